"""All pages, in one list."""

from __future__ import annotations

from sayso.web.comparing import (
    CompareAsked,
    ComparePage,
    FiguresPage,
    VoicesAsked,
    VoicesPage,
    compare_page,
    figures_page,
    voices_page,
)
from sayso.web.page import Page, Search
from sayso.web.reading import (
    ArticleAsked,
    ArticlePage,
    CorrectionsAsked,
    CorrectionsPage,
    Home,
    HomeAsked,
    SpeakerAsked,
    SpeakerPage,
    StatementAsked,
    StatementPage,
    article_page,
    corrections_page,
    home,
    speaker_page,
    statement_page,
)

PAGES = (
    Page("home", "/search", HomeAsked, Home, home, "What a search finds, with counts"),
    Page("article", "/article/{number}", ArticleAsked, ArticlePage, article_page, "An article with its statements"),
    Page("speaker", "/speaker/{number}", SpeakerAsked, SpeakerPage, speaker_page, "Somebody, and what they said"),
    Page("statement", "/statement/{id}", StatementAsked, StatementPage, statement_page, "A statement in all outlets"),
    Page("compare", "/compare", CompareAsked, ComparePage, compare_page, "One search, a column a side"),
    Page("figures", "/figures", Search, FiguresPage, figures_page, "Rival figures for one thing"),
    Page("voices", "/voices", VoicesAsked, VoicesPage, voices_page, "Who gets how much of the words"),
    Page("corrections", "/corrections", CorrectionsAsked, CorrectionsPage, corrections_page, "What people corrected"),
)

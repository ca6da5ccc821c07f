"""Furniture: a whole line of the page's own; never a sentence of the article."""

from __future__ import annotations

import pytest

from sayso.clean.furniture import furniture_rule


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("advertisement", "ADVERTISEMENT"),
        ("advertisement", "Advertisement 1Story continues below"),
        ("advertisement", "Article continues after this advertisement"),
        ("advertisement", "Реклама"),
        ("more", "Read more"),
        ("more", "READ MORE: Harbour wall to be mended by May"),
        ("more", "Also Read: Harbour wall to be mended"),
        ("more", "Most read in Football"),
        ("more", "Читайте также: Порт откроется в мае"),
        ("share", "Share on Facebook"),
        ("share", "Share this article"),
        ("share", "Facebook Twitter WhatsApp Email"),
        ("subscribe", "Subscribe to our newsletter"),
        ("subscribe", "For the latest news from the port, sign up for our newsletters."),
        ("subscribe", "Follow us on Telegram"),
        ("subscribe", "Подписывайтесь на наш канал"),
        ("credit", "Photo: Tom Reed / Gull Press"),
        ("credit", "Photo by Tom Reed"),
        ("credit", "Image: Nora Quill"),
        ("credit", "Tom Reed/Getty Images"),
        ("credit", "Фото: Пётр Лапин"),
        ("translation", "Переведено сервисом «Пример Переводчик»"),
        ("translation", "Translated by Nora Quill"),
        ("translation", "This article was translated from Russian by machine"),
        ("rights", "© 2025 The Gull. All rights reserved."),
        ("rights", "Copyright 2025 Gull Press"),
        ("stamp", "Published: 14 March 2025, 10:30"),
        ("stamp", "5 min read"),
        ("stamp", "4 hours ago"),
        ("buttons", "Leave a comment"),
        ("buttons", "- Home"),
    ],
)
def test_furniture(rule: str, line: str) -> None:
    assert furniture_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Read more than one book a year, the minister told pupils.",
        "Share prices fell on Monday.",
        "Sign up to the treaty, she urged the other towns.",
        "Subscribers will pay more from May.",
        "Photo editors at the Gull said the picture was real and that it had been taken on the day of the fire.",
        "Translated into figures, the plan would cost the town forty million a year, said Lima.",
        "Переведено 40 миллионов рублей на ремонт причала",
        "Published figures show that the port lost forty ships in three years, and most of its trade with them.",
        "Home prices rose.",
        "More than forty ships came.",
        "Related costs rose to forty million.",
        "Comments by the mayor angered the board.",
        "Advertisement sales fell by a fifth.",
        "Get the boats out, the captain shouted.",
        "***",
        "12",
        "",
        "— Follow us, he said.",
        "Join the army and see the world.",
    ],
)
def test_sentences_stay(line: str) -> None:
    assert furniture_rule(line) is None

"""What stands in a text and belongs to the page. In: a text and its lines; out: the lines that are furniture.

A line is furniture when a rule matches the whole of it: better one left standing than a sentence of the article lost.
"""

from __future__ import annotations

import re

from sayso.clean.lines import ends, same
from sayso.spans import Span, Spans, cut

MAX_LENGTH = 200  # characters: what is longer is an article's
TOP = 12  # lines from the start in which breadcrumbs and a repeated title stand
END = 5  # lines from the end in which a title may stand once more

NETWORK = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|messenger|pinterest|viber|e-?mail|vk|вконтакте)"
OUTLET_MATTER = r"(?:newsletters?|inbox|subscri\w+|(?:telegram|whatsapp|youtube) channel|our (?:app|channel)|e-?mails?)"

# In order: (name, pattern of the whole line, whatever its case). The names say which rule fired.
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "advertisement",
            r"(?:advertisement|advertising|sponsored(?: content)?|paid content|реклама|advertorial)\W*\d*\W*"
            r"(?:(?:article|story) continues below)?|"
            r"(?:article|story) continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?|"
            r"scroll (?:down )?to continue(?: reading)?|keep scrolling",
        ),
        (
            "more",
            r"(?:read (?:more|also|next)|see also|related(?: (?:articles?|stor(?:y|ies)|news|content|topics))?|"
            r"more (?:on this story|from .{2,40}|stories|news)|recommended(?: for you)?|most (?:read|popular|viewed)"
            r"(?: (?:in|on) .{2,30})?|editor[’']?s[’']? picks?|trending(?: now)?|you (?:may|might) also like|"
            r"continue reading|popular|up next|read (?:the )?full (?:article|story)|читайте (?:также|ещ[её])|"
            r"читать (?:далее|также|полностью)|по теме|материалы по теме|смотрите также|подробнее|читайте також)\W*|"
            r"(?:read (?:more|also|next)|also read|see also|related|читайте (?:также|ещ[её]|також)|смотрите также)"
            r"\s*[:|>»–—-]\s*.{3,}",
        ),
        (
            "share",
            rf"(?:click to )?(?:share|tweet|поделиться|print|copy link|save|follow)"
            rf"(?:[\s,|/·•:]+(?:this|the|article|story|page|link|on|via|by|to|with|and|в|{NETWORK}|save|print|copy))*\W*|"
            rf"{NETWORK}(?:[\s,|/·•]+{NETWORK})+\W*|facebook|twitter|whatsapp|telegram",
        ),
        (
            "subscribe",
            rf"(?:sign up|subscribe|join|get|for (?:the latest|more)|to (?:get|receive)|click here|download|enter|want)"
            rf"\b.{{0,140}}\b{OUTLET_MATTER}.{{0,60}}|sign up|subscribe(?: now)?|follow us on .{{2,60}}|"
            r"(?:подписывайтесь|подпишитесь|подписаться|следите за)(?: .{2,120})?|підписуйтесь .{2,120}",
        ),
        (
            "credit",
            r"\(?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|file photo|фото|фотография|автор фото|"
            r"источник фото|світлина)(?: credits?| courtesy(?: of)?)?(?:\s*[:/©]\s*| by,? )\S+(?: \S+){0,9}|"
            r"\(?(?:[^\s/,]+(?:,? | ?/ ?)){0,8}(?:ap photo|getty images|afp via getty|via (?:ap|reuters|afp)|"
            r"epa-efe|shutterstock)"
            r"(?:\s*/\s*\S+(?: \S+){0,3})?\W*",
        ),
        (
            "translation",
            r"(?:this (?:article|text|story|page) (?:was|has been|is) )?(?:machine[- ]|automatically )?translated "
            r"(?:automatically |by machine )?(?:from|by|with|using|into)\b.{1,120}|translation(?: by\b|:).{1,100}|"
            r"переведено (?:сервисом|автоматически|машин|с помощью|с \S+ (?:языка|на)|google|яндекс|deepl).{0,120}|"
            r"перевод(?: выполнен\b|ено|:).{1,100}|перекладено (?:сервісом|автоматично|з|за допомогою) .{1,120}",
        ),
        (
            "rights",
            r"(?:copyright\b|©|\(c\) ?\d{4}).{0,150}|all rights reserved\W*|"
            r"все права защищены\W*|усі права захищені\W*",
        ),
        (
            "stamp",
            r"(?:first |last )?(?:published|updated|posted|modified|опубликовано|обновлено)(?: on| at)?\s*:?\s*"
            r"(?=.*\d)\S+(?: \S+){0,7}|\d+ min(?:ute)?s? read|\d+ (?:minutes?|hours?|days?)(?:\(s\))? ago|"
            r"\d+ (?:hour|day|minute)\(s\) ago|\d{1,2}:\d{2} ?(?:[ap]m)?,?(?: [a-z]{2,4},)? \w+ \d{1,2}, \d{4}",
        ),
        (
            "buttons",
            r"skip to (?:main )?content|home|menu|search|back to top|(?:previous|next) (?:article|story)|leave a "
            r"(?:comment|reply)|join the (?:conversation|discussion)|\d* ?comments?|комментарии|show caption|"
            r"hide caption|enlarge this image\b.{0,100}|view (?:gallery|comments)|"
            r"play video|listen to this article\W*|loading\W*",
        ),
    )
)

SPEECH = re.compile(
    r"\b(?:said|says|told|tells|added|asked|warned|wrote)\b|\b(?:сказал|заявил|сообщил|рассказал)", re.IGNORECASE
)
# A link to another article, which may well say who said what there.
LINK = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|читайте (?:также|ещ[её]|також))\s*[:|>»]", re.IGNORECASE
)
MARKED = re.compile(r"[-–—•*›»>/]\s+")
TRAIL = re.compile(r"(?:[^>›»/|→.]{2,40}\s+[>›»/|→]\s+){2,}[^>›»|→]{2,120}")


def furniture_rule(line: str) -> str | None:
    """The name of the rule by which a line is furniture wherever it stands; None where none is."""
    bare = line.strip("-–—•*›»> \t\xa0")
    if not bare or len(bare) > MAX_LENGTH:
        return None
    if SPEECH.search(bare):
        return "more" if LINK.match(bare) else None
    return next((name for name, pattern in RULES if pattern.fullmatch(bare)), None)


def find_furniture(text: str, lines: Spans) -> Spans:
    """The lines that are furniture by their words alone."""
    return tuple(line for line in lines if line.stop - line.start <= MAX_LENGTH + 4 and furniture_rule(cut(text, line)))


def find_repeats(text: str, lines: Spans, title: str | None) -> Spans:
    """What needs the title to be told: breadcrumbs at the top, and the title again (its first place is no repeat)."""
    found = [*_trail(text, lines[:TOP], same(title or ""))]
    if title and len(same(title).split()) >= 2:
        places = [line for line in (*lines[:TOP], *lines[TOP:][-END:]) if same(cut(text, line)[:400]) == same(title)]
        kept = next((line for line in places if line not in found), None)
        found += [line for line in places if line != kept and line not in found]
    return tuple(sorted(found))


def _trail(text: str, top: Spans, title: str) -> list[Span]:
    """Breadcrumbs: a line `Home > World > Europe`, or a run of short items that opens the text or ends in its title."""
    found = [line for line in top[:6] if not ends(cut(text, line)) and TRAIL.fullmatch(cut(text, line))]
    run: list[Span] = []
    for place, line in enumerate(top):
        words = cut(text, line)
        item = MARKED.match(words)
        bare = same(words)
        if item and (bare == title or (len(bare.split()) <= 3 and not ends(words))):
            run.append(line)
            continue
        if _is_trail(text, run, title, place):
            found += run
        run = []
    return found + (run if _is_trail(text, run, title, len(top)) else [])


def _is_trail(text: str, run: list[Span], title: str, place: int) -> bool:
    """Whether a run of items that ends before line number ``place`` is breadcrumbs."""
    if not run or not title:
        return False
    return same(cut(text, run[-1])) == title or (2 <= len(run) <= 4 and place - len(run) <= 1)

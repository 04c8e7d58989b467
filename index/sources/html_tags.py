"""Elements of a page by what they mean for its text."""

from __future__ import annotations

# Where the common publishing systems of government sites put the body, the surest first:
# "#" and an id, or a class.
MARKS = (
    *("#UCAP-CONTENT", "#zoom", "#Zoom", "#ContentText", "#zoomcon", "#article-content"),
    *("TRS_Editor", "TRS_UEDITOR", "trs_editor_view", "article-content", "article_content"),
    *("pages_content", "xxgk_content", "content_article", "articleContent", "article-body"),
    *("j-fontContent", "zwgk_content", "news_content", "wzcon", "artcon"),
)
SKIPPED = (
    *("script", "style", "noscript", "template", "iframe", "object", "svg", "nav", "footer"),
    *("aside", "button", "select", "input", "textarea", "canvas", "audio", "video"),
)
INLINE = (
    *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "label"),
    *("mark", "o:p", "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr"),
)

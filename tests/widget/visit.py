"""One citizen's visit to a page with the window on it."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, Request

WATCH_POLICY = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.policyViolations.push(event.violatedDirective + " " + event.blockedURI);
});
"""


@dataclass
class Visit:
    """Words for what a citizen does and sees; Playwright looks through the shadow root."""

    page: Page
    page_origin: str
    origins: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Notes every origin asked, every script error and every policy violation."""
        self.page.add_init_script(WATCH_POLICY)
        self.page.on("request", self._note_origin)
        self.page.on("pageerror", lambda error: self.broken.append(str(error)))

    def _note_origin(self, request: Request) -> None:
        self.origins.add("/".join(request.url.split("/")[:3]))

    def arrive(self, path: str = "/") -> None:
        """Loads the page; the window stays shut unless the tag says otherwise."""
        self.page.goto(self.page_origin + path)
        self.page.locator("sunshine-ask").wait_for(state="attached")

    def open(self) -> None:
        """Arrives and opens the window."""
        self.arrive()
        self.launcher.click()

    def ask(self, question: str) -> None:
        """Types a question and sends it with Enter."""
        self.question.fill(question)
        self.question.press("Enter")

    def violations(self) -> list[str]:
        """What the page's policy had to stop so far."""
        found: list[str] = self.page.evaluate("window.policyViolations")
        return found

    def focused(self) -> dict[str, Any]:
        """Class and id of what has the focus inside the window, or of the page's own element."""
        found: dict[str, Any] = self.page.evaluate(
            """() => {
              const outer = document.activeElement;
              const root = outer.tagName === "SUNSHINE-ASK" ? outer.shadowRoot : null;
              const inner = root ? root.activeElement : outer;
              return { inside: root !== null, id: inner.id, name: inner.className };
            }"""
        )
        return found

    @property
    def launcher(self) -> Locator:
        """The floating button."""
        return self.page.locator("button.launcher")

    @property
    def window(self) -> Locator:
        """The window itself."""
        return self.page.get_by_role("dialog")

    @property
    def question(self) -> Locator:
        """The field a question is typed in."""
        return self.page.get_by_role("textbox", name="请输入您的问题")

    @property
    def log(self) -> Locator:
        """Everything said so far."""
        return self.page.get_by_role("log")

    @property
    def status(self) -> Locator:
        """What a screen reader is told."""
        return self.page.get_by_role("status")

    @property
    def answers(self) -> Locator:
        """The answers so far."""
        return self.page.get_by_role("article", name="回答")

    def button(self, name: str) -> Locator:
        """A button of the window by its whole name."""
        return self.window.get_by_role("button", name=name, exact=True)

"""Two little servers on two ports: the bot's web channel and a strict page that embeds it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from .cards import ANSWER

DIST = Path(__file__).resolve().parents[2] / "channels" / "widget" / "dist" / "widget.js"
SCRIPT = "/webhooks/web/widget.js"
WEBHOOK = "/webhooks/web/webhook"

Reply = tuple[int, Any]


@dataclass
class Channel:
    """What the bot answers next, and what it was asked."""

    origin: str = ""
    page_origin: str = ""
    replies: list[Reply] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def next_reply(self) -> Reply:
        """The queued reply, else the plain answer; waits while the gate is shut."""
        self.gate.wait(timeout=30)
        return self.replies.pop(0) if self.replies else (200, [{"custom": ANSWER}])

    def answers(self, *cards: dict[str, Any]) -> None:
        """Queues one reply of these cards."""
        self.replies.append((200, [{"custom": one} for one in cards]))

    def fails(self, status: int, sentence: str) -> None:
        """Queues one error."""
        self.replies.append((status, {"error": sentence}))


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serves on a free port while the block runs; gives the origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def bot_handler(channel: Channel) -> type[BaseHTTPRequestHandler]:
    """The web channel: the script, and questions from the one allowed page origin."""

    class Bot(QuietHandler):
        def do_GET(self) -> None:
            if self.path == SCRIPT:
                self.send(200, DIST.read_bytes(), "text/javascript; charset=utf-8")
            else:
                self.send(404, b"", "text/plain")

        def do_OPTIONS(self) -> None:
            self.send(204, b"", "text/plain", self.cors())

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            channel.asked.append(json.loads(self.rfile.read(length)))
            status, reply = channel.next_reply()
            body = json.dumps(reply, ensure_ascii=False).encode()
            self.send(status, body, "application/json", self.cors())

        def cors(self) -> dict[str, str]:
            return {
                "Access-Control-Allow-Origin": channel.page_origin,
                "Access-Control-Allow-Methods": "POST",
                "Access-Control-Allow-Headers": "Content-Type",
            }

    return Bot


def page_handler(channel: Channel) -> type[BaseHTTPRequestHandler]:
    """A department's page under the strictest policy the widget promises to live with."""

    class Page(QuietHandler):
        def do_GET(self) -> None:
            files = {
                "/": (page_html(channel, ""), "text/html; charset=utf-8"),
                "/open": (page_html(channel, OPEN_TAG), "text/html; charset=utf-8"),
                "/page.css": (b"body { margin: 2rem; font-family: sans-serif; }", "text/css"),
            }
            body, kind = files.get(self.path, (b"", "text/plain"))
            self.send(200 if body else 404, body, kind, {"Content-Security-Policy": policy()})

    def policy() -> str:
        bot = channel.origin
        return (
            f"default-src 'none'; script-src 'self' {bot}; style-src 'self' {bot}; "
            f"connect-src 'self' {bot}; base-uri 'none'; form-action 'none'; "
            "require-trusted-types-for 'script'; trusted-types lit-html"
        )

    return Page


OPEN_TAG = 'data-open data-title="问政策" data-questions="居住证怎么办？|落户要什么条件？"'


def page_html(channel: Channel, attributes: str) -> bytes:
    """A page with one script tag and something of its own to be reached behind the window."""
    return f"""<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>临澜市（虚构）政务服务</title>
<link rel="stylesheet" href="/page.css">
<script src="{channel.origin}{SCRIPT}" defer {attributes}></script>
</head>
<body>
<main>
<h1>临澜市政务服务</h1>
<p>本页为测试而虚构。<a id="behind" href="#top">办事指南</a></p>
</main>
</body>
</html>""".encode()


class QuietHandler(BaseHTTPRequestHandler):
    """Answers without writing anything to the test's output."""

    protocol_version = "HTTP/1.1"

    def send(
        self, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None
    ) -> None:
        """One whole answer. The browser may have given up waiting, which is its right."""
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a test's output is its own."""

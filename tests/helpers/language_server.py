"""The YAML language server, as an editor drives it: JSON-RPC over its standard streams."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from guide.author.schema.files import text

PATIENCE = 60
"""Seconds; it answers within two."""


class Server:
    """One running server, and the schemas it is given in a folder.

    Args:
        program: the server's start script.
        folder: where the files stand that it is asked about.

    """

    def __init__(self, program: Path, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"],  # noqa: S607  wherever it is installed
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._settings: dict[str, Any] = {"validate": True, "completion": True, "hover": True}
        self._settings |= {"schemaStore": {"enable": False}}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate(timeout=PATIENCE)

    def open(self, name: str, content: str) -> str:
        """Open a file named after its schema, the place marked ``|``; gives its address."""
        (self._folder / f"{name}.json").write_text(text(name), encoding="utf-8")
        self._count += 1
        uri = (self._folder / f"{name}-{self._count}.yaml").as_uri()
        marked = f"# yaml-language-server: $schema={name}.json\n{content}"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": marked}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def offered(self, name: str, content: str) -> dict[str, str]:
        """What is offered at the ``|`` -> what it writes, ``$1`` where the author goes on."""
        answer = self._at("completion", name, content)
        return {one["label"]: one["insertText"] for one in answer["items"]}

    def marked(self, name: str, content: str) -> list[str]:
        """What is said about the mistakes in a file."""
        uri = self.open(name, content)
        while True:
            message = self._receive()
            said = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and said["uri"] == uri:
                return [one["message"] for one in said["diagnostics"]]
            self._reply(message)

    def hovered(self, name: str, content: str) -> str:
        """What is shown when the mouse is over the ``|``."""
        answer = self._at("hover", name, content)
        return str(answer["contents"]["value"]) if answer else ""

    def _at(self, what: str, name: str, content: str) -> Any:
        before, _, after = content.partition("|")
        uri = self.open(name, before + after)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n") - 1
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        return self.ask(f"textDocument/{what}", place)

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer; what the server asks meanwhile is answered."""
        self._count += 1
        wanted = self._count
        self._send({"id": wanted, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == wanted and "method" not in message:
                return message["result"]
            self._reply(message)

    def _reply(self, message: dict[str, Any]) -> None:
        """Give the server what it asks for: its settings, or leave to register something."""
        if "id" in message:
            asked = message.get("params", {}).get("items", [])
            result = [self._settings if one.get("section") == "yaml" else None for one in asked]
            self._send({"id": message["id"], "result": result or None})

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def _receive(self) -> dict[str, Any]:
        stream: IO[bytes] | None = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the server ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(stream.read(length))
        return message

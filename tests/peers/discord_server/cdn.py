"""Files that people and the bot attach, at addresses of this server's own."""

import mimetypes
import re
from typing import Any

# What Discord leaves of a file's name; everything else is cut out, and a space becomes a line.
_CUT = re.compile(r"[^A-Za-z0-9._-]")
# Discord's addresses are signed, and long. Whoever cuts the query off gets a refusal there.
SIGNATURE = (
    "ex=7fffffff&is=7ffffffe&hm=5f1d0c0ffee5f1d0c0ffee5f1d0c0ffee5f1d0c0ffee5f1d0c0ffee5f1d0c0f"
)


def plain_name(name: str) -> str:
    plain = _CUT.sub("", name.replace(" ", "_"))
    return plain if plain.strip(".") else f"unknown{plain}"


class Shelf:
    """Stands in for simcord's store of files, whose addresses lead nowhere."""

    def __init__(self, base: str, world: str) -> None:
        self._root = f"{base}/attachments/{world}"
        self._files: dict[str, bytes] = {}

    def store_attachment(
        self,
        attachment_id: int,
        channel_id: int,
        filename: str,
        data: bytes,
        description: str | None,
    ) -> dict[str, Any]:
        plain = plain_name(filename)
        path = f"{channel_id}/{attachment_id}/{plain}"
        self._files[path] = data
        url = f"{self._root}/{path}?{SIGNATURE}&"
        kind = mimetypes.guess_type(plain)[0]
        if kind is not None and kind.startswith("text/"):
            kind += "; charset=utf-8"
        stored = {
            "id": str(attachment_id),
            "filename": plain,
            "size": len(data),
            "url": url,
            "proxy_url": url,
        }
        optional = {
            "title": filename.rsplit(".", 1)[0] if plain != filename else None,
            "description": description,
            "content_type": kind,
        }
        return stored | {key: value for key, value in optional.items() if value is not None}

    def store_sticker(self, sticker_id: int, format_type: int, data: bytes) -> str:
        raise NotImplementedError("there are no stickers here")

    def read(self, path: str) -> bytes | None:
        """The file at the end of an address, without its signature."""
        return self._files.get(path)

    def get(self, url: str) -> bytes | None:
        path = url.removeprefix(self._root).strip("/").split("?", 1)[0]
        return self._files.get(path)

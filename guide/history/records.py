"""SQLite's record format: one row as bytes (section 2.1 of fileformat2.html)."""

_LONGEST_VARINT = 9
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at ``at``, and where the next thing begins.

    Past the end of ``data`` there are only zeros.
    """
    value = 0
    for index in range(_LONGEST_VARINT):
        byte = data[at + index] if at + index < len(data) else 0
        if index == _LONGEST_VARINT - 1:
            return value << 8 | byte, at + index + 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    raise AssertionError  # the ninth byte always ends it


def read_record(data: bytes) -> tuple[object, ...] | None:
    """The values of a row, or None where the bytes are not a whole row.

    Floats, which no table of ours has, arrive as bytes.
    """
    header, at = varint(data, 0)
    if not at <= header <= len(data):
        return None
    values: list[object] = []
    body = header
    while at < header:
        kind, at = varint(data, at)
        size = _size(kind)
        if body + size > len(data):
            return None
        values.append(_value(kind, data[body : body + size]))
        body += size
    return tuple(values)


def _size(kind: int) -> int:
    if kind < len(_INTEGER_BYTES):
        return _INTEGER_BYTES[kind]
    if kind < 12:
        return 8 if kind == 7 else 0
    return (kind - 12) // 2


def _value(kind: int, raw: bytes) -> object:
    if kind == 0:
        return None
    if kind in {8, 9}:
        return kind - 8
    if kind < len(_INTEGER_BYTES):
        return int.from_bytes(raw, "big", signed=True)
    if kind >= 13 and kind % 2:
        return raw.decode("utf-8", "replace")
    return raw

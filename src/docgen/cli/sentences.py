"""Dutch sentences for what click and Python have to say about a command that went wrong."""

from __future__ import annotations

import click


def sentence_on_use(error: click.ClickException) -> str:
    """What was wrong in the command as it was typed, and where its help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "docgen"
    words = _words_on_use(error)
    return words if words.endswith(("?", ".")) else f"{words}; zie “{command} --help”."


def _words_on_use(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        close = f"; bedoelt u “{error.possibilities[0]}”?" if error.possibilities else ""
        return f"“{error.option_name}” bestaat hier niet{close}"
    if isinstance(error, click.MissingParameter):
        return f"{_name_of(error)} ontbreekt"
    if isinstance(error, click.BadParameter):
        return _words_on_value(error)
    if isinstance(error, click.BadOptionUsage):
        return f"“{error.option_name}” is niet goed gebruikt"
    if isinstance(error, click.FileError):
        return f"{error.ui_filename} kan niet geopend worden"
    return _words_on_line(error.message)


def _words_on_line(message: str) -> str:
    if message.startswith("Got unexpected extra argument"):
        return f"Er staat te veel op de regel: {message.partition('(')[2].removesuffix(')')}"
    return message.replace("Missing command.", "Er ontbreekt een commando")


def _words_on_value(error: click.BadParameter) -> str:
    if error.param is not None and isinstance(error.param.type, click.Choice):
        return f"{_name_of(error)} moet een van deze zijn: {', '.join(map(str, error.param.type.choices))}"
    if error.param is not None and isinstance(error.param.type, click.IntRange):
        return f"{_name_of(error)} moet een geheel getal zijn vanaf {error.param.type.min}"
    return f"{_name_of(error)}: {error.message}"


def _name_of(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "Een waarde")
    names = [name for name in error.param.opts if name.startswith("-")]
    return f"“{max(names, key=len)}”" if names else error.param.make_metavar(error.ctx)  # type: ignore[arg-type]


def sentence_on_bug(error: BaseException) -> str:
    """Where our own code failed: the kind of error and the line, never its text, which may hold a value."""
    import traceback  # noqa: PLC0415 - only for a mistake of ours

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "docgen" in frame.filename]
    where = f" in {_short(frames[-1].filename)}, regel {frames[-1].lineno}" if frames else ""
    return (
        f"docgen kon niet verder door een eigen fout ({type(error).__name__}{where}); "
        "probeer opnieuw met --debug en bezorg ons wat er dan staat."
    )


def _short(path: str) -> str:
    return path.replace("\\", "/").rpartition("docgen/")[2]

"""Recognise the words of a picture with RapidOCR on onnxruntime, whose models come inside its package."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, cast

from docgen.errors import UnreadableFileError
from docgen.formats.image.ocr_lines import height_of, width_of
from docgen.formats.image.ocr_words import TOO_FULL, Quad, Word, doubt
from docgen.formats.raster import Raster

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

#: The longest side in pixels in which words are looked for; they are read from the picture as it is.
_FINDING_SIDE = 1152
#: Two threads: what an ordinary machine has to spare.
_THREADS = 2
#: Words read at once; each is widened to the widest of them, so that more at once need not be faster.
_BATCH = 8
#: A page of which the widest words read better than this stands upright.
_READS_WELL = 0.93
#: Wide words tell most: short ones read as well upside down.
_WIDEST = 6
#: Around a word, in parts of its height, for the first and for the second reading.
_MARGINS = (0.06, 0.15)
#: Two neighbouring characters this many usual steps apart stand in two columns.
_COLUMN_STEPS = 5
#: A full page of a bank statement holds some 300 pieces; the engine itself leaves out what is beyond a thousand.
_MAX_PIECES = 600


@dataclass(frozen=True)
class _Read:
    text: str
    certainties: tuple[float, ...]


def is_installed() -> bool:
    """Whether RapidOCR, onnxruntime and the models are there."""
    return find_spec("onnxruntime") is not None and find_spec("rapidocr") is not None and len(_models()) == 2


def find_words(raster: Raster) -> tuple[tuple[Word, ...], Raster]:
    """The words of a page with their places on it, and the page turned as they are read.

    Raises UnreadableFileError for a page on which reading them would take minutes.
    """
    page = _as_pixels(raster)
    quads = _find_quads(page)
    if quads and _stands_on_its_side(quads):
        page = _turn(page, 1)
        quads = _find_quads(page)
    read = _read([_cut(page, quad, _MARGINS[0]) for quad in quads])
    if quads and _is_upside_down(page, quads, read):
        page = _turn(page, 2)
        quads = _find_quads(page)
        read = _read([_cut(page, quad, _MARGINS[0]) for quad in quads])
    words = [Word(one.text, one.certainties, quad) for one, quad in zip(read, quads, strict=True) if one.text.strip()]
    return tuple(_read_again(page, words)), _as_raster(page, raster.dpi)


def _read_again(page: Pixels, words: Sequence[Word]) -> Iterator[Word]:
    """The words, those with a number read a second time from a picture that was made otherwise."""
    numbered = [word for word in words if word.has_digits]
    second = _read([_vary(_cut(page, word.quad, _MARGINS[1])) for word in numbered])
    again = {id(word): one for word, one in zip(numbered, second, strict=True)}
    for word in words:
        second_one = again.get(id(word))
        yield doubt(word, second_one.text, second_one.certainties) if second_one else word


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401 - the library's own class
    """One engine a process: loading it takes longer than a page."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from rapidocr import RapidOCR  # noqa: PLC0415 - heavy library

        models = _models()
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        return RapidOCR(
            params={
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.model_path": str(models["det"]),  # a path: the library then downloads nothing
                "Rec.model_path": str(models["rec"]),
                "Det.limit_side_len": _FINDING_SIDE,
                "Det.limit_type": "max",
                "Rec.rec_batch_num": _BATCH,
            }
        )


def _models() -> dict[str, Path]:
    """The models for finding and for reading text that RapidOCR's package holds."""
    spec = find_spec("rapidocr")
    folders = [Path(place) / "models" for place in (spec.submodule_search_locations or ()) if spec] if spec else []
    found = {}
    for kind in ("det", "rec"):
        paths = sorted(path for folder in folders for path in folder.glob(f"*_{kind}_*.onnx"))
        if paths:
            found[kind] = paths[-1]
    return found


def _find_quads(page: Pixels) -> list[Quad]:
    """Where words stand."""
    found = _engine()._load_det_model()(page).boxes  # noqa: SLF001 - the library has no other way to it alone
    if found is None:
        return []
    if len(found) > _MAX_PIECES:
        raise UnreadableFileError(TOO_FULL)
    return [cast("Quad", tuple((float(x), float(y)) for x, y in box)) for box in found]


def _read(crops: Sequence[Pixels]) -> list[_Read]:
    """What stands in each cut-out word."""
    from rapidocr.ch_ppocr_rec import TextRecInput  # noqa: PLC0415 - heavy library

    if not crops:
        return []
    model = _engine()._load_rec_model()  # noqa: SLF001 - the library has no other way to it alone
    found = model(TextRecInput(img=list(crops), return_word_box=True))
    pairs = zip(found.txts, found.word_results, strict=True)
    return [_part_columns(text, getattr(info, "confs", None) or [], info.word_cols or []) for text, info in pairs]


def _part_columns(text: str, certainties: Sequence[float], columns: Sequence[Sequence[int]]) -> _Read:
    """The text, with a tab where the engine took words of two columns for one piece."""
    if len(certainties) != len(text):
        return _Read(text, (0.0,) * len(text))
    steps = [place for word in columns for place in word]
    signs = [n for n, sign in enumerate(text) if not sign.isspace()]
    if len(steps) != len(signs) or len(signs) < 3:
        return _Read(text, tuple(certainties))
    gaps = [(after - before, n) for before, after, n in zip(steps, steps[1:], signs[1:], strict=False)]
    usual = sorted(gap for gap, _ in gaps)[len(gaps) // 2]
    shown = list(text)
    for gap, n in gaps:
        if gap > _COLUMN_STEPS * max(usual, 2) and text[n - 1].isspace():
            shown[n - 1] = "\t"
    return _Read("".join(shown), tuple(certainties))


def _stands_on_its_side(quads: Sequence[Quad]) -> bool:
    """Whether most words are higher than wide."""
    upright = sum(max(0.0, _spread(quad, 0) - _spread(quad, 1)) for quad in quads)
    aside = sum(max(0.0, _spread(quad, 1) - _spread(quad, 0)) for quad in quads)
    return aside > upright


def _spread(quad: Quad, axis: int) -> float:
    places = [point[axis] for point in quad]
    return max(places) - min(places)


def _is_upside_down(page: Pixels, quads: Sequence[Quad], read: Sequence[_Read]) -> bool:
    """Whether the widest words read badly, and better when turned."""
    widest = sorted(range(len(quads)), key=lambda n: -width_of(quads[n]))[:_WIDEST]
    upright = _score([read[n] for n in widest])
    if upright > _READS_WELL:
        return False
    return _score(_read([_turn(_cut(page, quads[n], _MARGINS[0]), 2) for n in widest])) > upright


def _score(read: Sequence[_Read]) -> float:
    return mean(mean(one.certainties) if one.certainties else 0.0 for one in read)


def _cut(page: Pixels, quad: Quad, margin: float) -> Pixels:
    """The word laid level, with a margin around it in parts of its height."""
    import cv2  # noqa: PLC0415 - heavy library
    import numpy as np  # noqa: PLC0415 - heavy library

    width, height = max(1, round(width_of(quad))), max(1, round(height_of(quad)))
    edge = round(margin * height)
    corners = ((edge, edge), (width + edge, edge), (width + edge, height + edge), (edge, height + edge))
    matrix = cv2.getPerspectiveTransform(np.array(quad, np.float32), np.array(corners, np.float32))
    size = (width + 2 * edge, height + 2 * edge)
    return cast(
        "Pixels", cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    )


def _vary(crop: Pixels) -> Pixels:
    """The same word in gray, its paper made white and its ink black."""
    import cv2  # noqa: PLC0415 - heavy library
    import numpy as np  # noqa: PLC0415 - heavy library

    gray = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    low, high = np.percentile(gray, (2, 90))
    spread = np.clip((gray.astype(np.float32) - low) / max(1.0, high - low), 0, 1)
    return cast("Pixels", cv2.cvtColor((spread * 255).astype(np.uint8), cv2.COLOR_GRAY2BGR))


def _turn(page: Pixels, quarters: int) -> Pixels:
    import numpy as np  # noqa: PLC0415 - heavy library

    return np.ascontiguousarray(np.rot90(page, quarters))


def _as_pixels(raster: Raster) -> Pixels:
    """The page as OpenCV has it: blue first."""
    import numpy as np  # noqa: PLC0415 - heavy library

    rows = np.frombuffer(raster.rgb, np.uint8).reshape(raster.height, raster.width, 3)
    return np.ascontiguousarray(rows[:, :, ::-1])


def _as_raster(page: Pixels, dpi: float | None) -> Raster:
    return Raster(page.shape[1], page.shape[0], page[:, :, ::-1].tobytes(), dpi)

"""Points and labels of a designer's series after its data changed: stale ones go, own texts are put in.

A label that the designer wrote by hand for one point says something of the old data, so its text goes and its
look stays; one made of fields (value, category, series name) gets new field texts. Where reportgen's label says more than the number ("over 410.0"), that text is shown.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from reportgen.content import ChartSeries
from reportgen.ooxml.charts.caches import number_format_of
from reportgen.ooxml.charts.data_labels import label_text
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.xml import child_value, clean, is_on, qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHOW = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_LABEL_RANGE = "datalabelsRange"


def drop_stale_points(series: _Element, count: int) -> None:
    """Take out the formatting and labels of points at or beyond ``count``."""
    labels = series.find(qn("c:dLbls"))
    pairs = [(series, point) for point in series.findall(qn("c:dPt"))]
    pairs += [(labels, label) for label in labels.findall(qn("c:dLbl"))] if labels is not None else []
    for parent, point in pairs:
        if _index(point) >= count:
            parent.remove(point)


def write_labels(series: _Element, data: ChartSeries, categories: tuple[str, ...]) -> None:
    """Bring the labels of a series that shows its values in line with ``data``."""
    labels = series.find(qn("c:dLbls"))
    if labels is None:
        return
    _drop_label_ranges(series, labels)
    number_format = _label_format(labels, series)
    for label in labels.findall(qn("c:dLbl")):
        if not _refresh_fields(label, data, categories, number_format):
            _drop_own_text(label)
    if not data.labels or not _show_values(labels):
        return
    for at, value in enumerate(data.values):
        text = label_text(data.labels, at)
        if value is not None and text and read_format(number_format).shown(value) != text:
            _write_own_text(labels, at, text)


def _refresh_fields(
    label: _Element, data: ChartSeries, categories: tuple[str, ...], number_format: str
) -> bool:
    """Set the texts of a label's fields; whether it is made of fields that can be set."""
    at = _index(label)
    value = data.values[at]
    texts = {
        "VALUE": label_text(data.labels, at)
        or (read_format(number_format).shown(value) or str(value) if value is not None else ""),
        "CATEGORYNAME": categories[at],
        "SERIESNAME": data.name,
    }
    fields = list(label.iter(qn("a:fld")))
    if not fields or any(field.get("type") not in texts for field in fields):
        return False
    for field in fields:
        text = field.find(qn("a:t"))
        if text is not None:
            text.text = clean(texts[str(field.get("type"))]).text
    return True


def _label_format(labels: _Element, series: _Element) -> str:
    number_format = labels.find(qn("c:numFmt"))
    if number_format is None or is_on(number_format.get("sourceLinked")):
        return number_format_of(series)
    return str(number_format.get("formatCode", "General"))


def _write_own_text(labels: _Element, at: int, text: str) -> None:
    from lxml import etree

    label = next((one for one in labels.findall(qn("c:dLbl")) if _index(one) == at), None)
    if label is not None and label.find(qn("c:delete")) is not None:
        return  # the designer wants no label here
    if label is None:
        label = etree.Element(qn("c:dLbl"))
        etree.SubElement(label, qn("c:idx")).set("val", str(at))
        for tag in ("spPr", "txPr", "dLblPos", *_SHOW, "separator"):
            shared = labels.find(qn(f"c:{tag}"))
            if shared is not None:
                label.append(copy.deepcopy(shared))
        before = [other for other in labels.findall(qn("c:dLbl")) if _index(other) < at]
        labels.insert(len(before), label)
    look = label.find(qn("c:txPr"))
    if look is None:
        look = labels.find(qn("c:txPr"))
    holder = etree.Element(qn("c:tx"))
    holder.append(_rich(look, text))
    follows = sum(1 for child in label if child.tag in (qn("c:idx"), qn("c:layout")))
    label.insert(follows, holder)
    own_look = label.find(qn("c:txPr"))
    if own_look is not None:  # c:tx carries the look now; Office writes one or the other
        label.remove(own_look)


def _rich(look: _Element | None, text: str) -> _Element:
    """``c:rich`` in the look of a ``c:txPr``: both hold body properties, list style and paragraphs."""
    from lxml import etree

    rich = etree.Element(qn("c:rich"))
    if look is None:
        etree.SubElement(rich, qn("a:bodyPr"))
        paragraph = etree.SubElement(rich, qn("a:p"))
    else:
        for child in look:
            rich.append(copy.deepcopy(child))
        paragraphs = rich.findall(qn("a:p"))
        paragraph = paragraphs[0]
        for end in paragraph.findall(qn("a:endParaRPr")):
            paragraph.remove(end)
    run = etree.SubElement(paragraph, qn("a:r"))
    defaults = paragraph.find(f"{qn('a:pPr')}/{qn('a:defRPr')}")
    properties = etree.SubElement(run, qn("a:rPr"))
    if defaults is not None:
        properties.attrib.update(defaults.attrib)
        for child in defaults:
            properties.append(copy.deepcopy(child))
    etree.SubElement(run, qn("a:t")).text = clean(text).text
    return rich


def _drop_own_text(label: _Element) -> None:
    """A hand-written text goes; its first run's look becomes the label's."""
    from lxml import etree

    own = label.find(qn("c:tx"))
    if own is None:
        return
    rich = own.find(qn("c:rich"))
    if rich is not None and label.find(qn("c:txPr")) is None:
        look = etree.Element(qn("c:txPr"))
        for tag in ("a:bodyPr", "a:lstStyle"):
            part = rich.find(qn(tag))
            if part is not None:
                look.append(copy.deepcopy(part))
        paragraph = etree.SubElement(look, qn("a:p"))
        paragraph_properties = etree.SubElement(paragraph, qn("a:pPr"))
        run = rich.find(f".//{qn('a:rPr')}")
        defaults = etree.SubElement(paragraph_properties, qn("a:defRPr"))
        if run is not None:
            defaults.attrib.update(
                {
                    key: value
                    for key, value in run.attrib.items()
                    if key not in ("lang", "altLang", "dirty", "err")
                }
            )
            for child in run:
                defaults.append(copy.deepcopy(child))
        etree.SubElement(paragraph, qn("a:endParaRPr")).set("lang", "en-US")
        follows = [qn(f"c:{tag}") for tag in ("idx", "layout", "tx", "numFmt", "spPr")]
        label.insert(sum(1 for child in label if child.tag in follows), look)
    label.remove(own)


def _drop_label_ranges(series: _Element, labels: _Element) -> None:
    """Labels taken from cells ("value from cells") would show the old cells: the values are shown instead."""
    for stored in list(series.iter(f"{{*}}{_LABEL_RANGE}")):
        _remove_with_extension(stored)
    for shows_range in list(series.iter("{*}showDataLabelsRange")):
        shows_value = labels.find(qn("c:showVal"))
        if is_on(shows_range.get("val")) and shows_value is not None:
            shows_value.set("val", "1")
        shows_range.getparent().remove(shows_range)  # type: ignore[union-attr]


def _remove_with_extension(element: _Element) -> None:
    extension = element.getparent()
    extensions = extension.getparent() if extension is not None else None
    if extension is not None and extensions is not None:
        extensions.remove(extension)


def _show_values(labels: _Element) -> bool:
    found = labels.find(qn("c:showVal"))
    return found is not None and is_on(found.get("val"), True)


def _index(element: _Element) -> int:
    return int(child_value(element, qn("c:idx"), "val", "0"))

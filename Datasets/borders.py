"""Land borders, each named once: facts of geography compiled for this project.

Mexico's were compared with the queen contiguity of the shapes that PySAL ships: the same but for Durango and Jalisco, whose short border
those shapes leave out.
"""

SOURCE = dict(source="borders-2026", publisher="this project", title="Land borders between territories",
              date="2026-11-25", licence="CC BY 4.0", language="en", kind="compilation",
              note="Facts of geography, each border named once; dependent territories left out")

MEXICO = {
    "AGU": "JAL ZAC", "BCN": "BCS SON", "CAM": "TAB ROO YUC", "COA": "CHH DUR NLE ZAC SLP",
    "COL": "JAL MIC", "CHP": "TAB OAX VER", "CHH": "SON SIN DUR", "CMX": "MEX MOR",
    "DUR": "ZAC NAY SIN JAL", "GUA": "JAL MIC QUE SLP ZAC", "GRO": "MIC MEX MOR PUE OAX",
    "HID": "QUE SLP VER PUE TLA MEX", "JAL": "NAY ZAC MIC SLP", "MEX": "MIC MOR PUE TLA QUE",
    "MIC": "QUE", "MOR": "PUE", "NAY": "SIN ZAC", "NLE": "TAM SLP ZAC", "OAX": "PUE VER",
    "PUE": "TLA VER", "QUE": "SLP", "ROO": "YUC", "SLP": "TAM VER ZAC", "SIN": "SON",
    "TAB": "VER", "TAM": "VER"}

LATIN_AMERICA = {
    "ARG": "BOL BRA CHL PRY URY", "BLZ": "GTM MEX", "BOL": "BRA CHL PER PRY",
    "BRA": "COL GUY PER PRY SUR URY VEN", "CHL": "PER", "COL": "ECU PAN PER VEN", "CRI": "NIC PAN",
    "DOM": "HTI", "ECU": "PER", "GTM": "HND MEX SLV", "GUY": "SUR VEN", "HND": "NIC SLV"}


def rows(borders, prefix=""):
    return [dict(territory=prefix + own, neighbour=prefix + other, source=SOURCE["source"])
            for own, others in borders.items() for other in others.split()]

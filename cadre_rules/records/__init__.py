"""Records of cadres: read from files and forms, checked; known, absent and unknown are kept apart."""

from cadre_rules.records.loading import read_record, record_of
from cadre_rules.records.model import RecordModel
from cadre_rules.records.places import FormPlace, Spot
from cadre_rules.records.record import Record
from cadre_rules.records.writing import to_json, to_yaml, write_record

__all__ = [
    "FormPlace",
    "Record",
    "RecordModel",
    "Spot",
    "read_record",
    "record_of",
    "to_json",
    "to_yaml",
    "write_record",
]

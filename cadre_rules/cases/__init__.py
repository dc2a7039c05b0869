"""Cases of policies: found, run, and compared with what is expected of them."""

from cadre_rules.cases.comparing import Difference, worded
from cadre_rules.cases.finding import case_files, read_case_file
from cadre_rules.cases.parallel import run_files
from cadre_rules.cases.running import CaseResult, FileResult, Runner
from cadre_rules.cases.summary import CaseSummary, FileSummary, summary

__all__ = [
    "CaseResult",
    "CaseSummary",
    "Difference",
    "FileResult",
    "FileSummary",
    "Runner",
    "case_files",
    "read_case_file",
    "run_files",
    "summary",
    "worded",
]

"""Cases of policies: found, run, and compared with what is expected of them."""

from cadre_rules.cases.comparing import Difference, worded
from cadre_rules.cases.finding import case_files, read_case_file
from cadre_rules.cases.running import CaseResult, FileResult, Runner

__all__ = ["CaseResult", "Difference", "FileResult", "Runner", "case_files", "read_case_file", "worded"]

from organisations.models.aid import AidDisbursement, AidItem, AidParty
from organisations.models.divisions import Division
from organisations.models.evidence import Evidence
from organisations.models.measures import Measure, MeasureBenefit
from organisations.models.mentions import Mention
from organisations.models.organisations import Alias, FormerSlug, Organisation

__all__ = [
    "AidDisbursement",
    "AidItem",
    "AidParty",
    "Alias",
    "Division",
    "Evidence",
    "FormerSlug",
    "Measure",
    "MeasureBenefit",
    "Mention",
    "Organisation",
]

"""Code lists of who did what. The codes are those of the extraction contract and the API."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DivisionLevel(models.TextChoices):
    PROVINCE = "province", _("Province")
    PREFECTURE = "prefecture", _("Prefecture")
    COUNTY = "county", _("County")


class OrganisationType(models.TextChoices):
    TRADE_UNION = "trade_union", _("Trade union")  # 工会
    GOVERNMENT = "government", _("Government body")
    PARTY = "party", _("Party body")
    ENTERPRISE = "enterprise", _("Enterprise")
    HOSPITAL = "hospital", _("Hospital")
    SCHOOL = "school", _("School")
    COMMUNITY = "community", _("Community")  # 村, 社区, 居委会
    MASS_ORGANISATION = "mass_organisation", _("Mass organisation")  # 群团组织
    MEDIA = "media", _("Media")
    ASSOCIATION = "association", _("Association")
    OTHER = "other", _("Other body")


class OrganisationLevel(models.TextChoices):
    NATIONAL = "national", _("National")
    PROVINCE = "province", _("Province")
    PREFECTURE = "prefecture", _("Prefecture")
    COUNTY = "county", _("County")
    TOWNSHIP = "township", _("Township")
    GRASSROOTS = "grassroots", _("Grassroots")  # 基层


class AliasKind(models.TextChoices):
    OFFICIAL = "official", pgettext_lazy("alias", "Official name")
    SHORT = "short", pgettext_lazy("alias", "Short name")
    FORMER = "former", pgettext_lazy("alias", "Former name")
    MISPRINT = "misprint", pgettext_lazy("alias", "Misprint")


class Resolution(models.TextChoices):
    """How far a mention is understood; ambiguous is a legal end state."""

    RESOLVED = "resolved", pgettext_lazy("resolution", "Resolved")
    AMBIGUOUS = "ambiguous", pgettext_lazy("resolution", "Ambiguous")
    UNKNOWN = "unknown", pgettext_lazy("resolution", "Unknown")


class MeasureType(models.TextChoices):
    POLICY = "policy", _("Policy")
    CAMPAIGN = "campaign", _("Campaign")
    SERVICE = "service", _("Service")
    FUND = "fund", _("Fund")
    BODY = "body", _("Task force")
    TRAINING = "training", _("Training")
    PLATFORM = "platform", _("Platform")


class AidForm(models.TextChoices):
    CASH = "cash", _("Money")
    GOODS = "goods", _("Goods")
    CREDIT = "credit", _("Credit")  # 贷款, 延期还款
    SERVICE = "service", pgettext_lazy("aid", "Service")


class DonorKind(models.TextChoices):
    ORGANISATION = "organisation", _("Organisation")
    PERSON = "person", _("Person")


class PartyRole(models.TextChoices):
    DONOR = "donor", _("Donor")
    RECIPIENT = "recipient", _("Recipient")


class PartyKind(models.TextChoices):
    ORGANISATION = "organisation", _("Organisation")
    PERSON = "person", _("Person")
    GROUP = "group", _("Group of people")  # 援鄂医务人员家属


class Bound(models.TextChoices):
    """What a printed figure says of the true one: 余 and 超 are lower bounds, 近 and 约 neither."""

    EXACT = "exact", pgettext_lazy("bound", "exactly")
    AT_LEAST = "at_least", pgettext_lazy("bound", "at least")
    AT_MOST = "at_most", pgettext_lazy("bound", "at most")
    ABOUT = "about", pgettext_lazy("bound", "about")


class AidStatus(models.TextChoices):
    PLEDGED = "pledged", _("Pledged")  # 宣布, 决定, 将
    COMMITTED = "committed", _("Committed")  # 拨付, 下拨
    DISBURSED = "disbursed", _("Disbursed")  # 发放, 送去, 捐


class AidBasis(models.TextChoices):
    SINGLE = "single", pgettext_lazy("basis", "Single gift")
    CUMULATIVE = "cumulative", pgettext_lazy("basis", "Running total")  # 累计
    PART = "part", pgettext_lazy("basis", "Part of another record")


class Recurrence(models.TextChoices):
    DAY = "day", _("every day")
    MONTH = "month", _("every month")
    YEAR = "year", _("every year")

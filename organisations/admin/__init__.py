"""The desk for who did what. Importing the modules registers them."""

from organisations.admin import aid, divisions, evidence, measures, mentions, organisations

__all__ = ["aid", "divisions", "evidence", "measures", "mentions", "organisations"]

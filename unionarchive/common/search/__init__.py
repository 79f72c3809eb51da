"""Full-text search over Chinese text that finds every substring of two or more characters, and nothing else.

The pure half (folding, tokens, query, matching, ranking, snippets) knows text. The engines (sqlite, postgres) know a
DB-API cursor. Neither knows a model: what a row says comes in as ``Text``, what may be seen comes in as a function.
"""

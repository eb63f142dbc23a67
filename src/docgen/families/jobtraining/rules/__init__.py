"""The rules of the jobtraining (handleiding § 4.1 to § 9), one module a theme; each quotes the sentence it enforces."""

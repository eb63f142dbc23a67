"""The rules of the jobtraining (domain § 5), one module a theme; each rule quotes the sentence it enforces."""

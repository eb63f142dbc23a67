"""What everything else talks about: form, value, rule, report, family, document, sheet."""

"""The rules of the competentiebilan: on the organisation's request, and on the counsellor's summary."""

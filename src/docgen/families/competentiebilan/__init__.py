"""The competentiebilan of the Loopbaancentrum: FOD BOSA's page on when it may be asked for, how it runs and ends."""

"""The rules of the certification levels (§ Individuele certificering, § Klantcertificering)."""

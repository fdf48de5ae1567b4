"""Terms: what a template may name, and what each name leads on to."""

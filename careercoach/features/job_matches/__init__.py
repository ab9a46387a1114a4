"""A resume against a real posting: eleven scores, the verdict, the gaps, and questions about them."""

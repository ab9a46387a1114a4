"""All figures of matching on our own judged sets. Run: `python -m tests.match_lab`."""

from tests.match_lab import field_score, gap_score, score, wording_score


def figures() -> dict[str, float]:
    """Every figure by name."""
    precision, recall, f1 = gap_score.judge()
    gaps = {"gaps, precision": precision, "gaps, recall": recall, "gaps, F1": f1}
    fields = {f"field of work, {name}": value for name, value in field_score.judge().items()}
    return {**score.judge(), **gaps, **fields}


if __name__ == "__main__":
    for name, value in {**figures(), **wording_score.judge()}.items():
        print(f"{value:6.3f}  {name}")

"""The words by which a resume is read, in seven languages. Data only: sections, dates, titles, organisations."""

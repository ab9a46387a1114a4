"""A better version of a resume, bullet by bullet, and its export as DOCX, PDF, Markdown, text and JSON Resume."""

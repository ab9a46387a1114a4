"""What stands between people's text and a model: what goes out is masked and marked off, what comes back is checked.

masking   names, mail addresses, phone numbers, addresses, links and ids out of a text, and back again
fencing   text of others marked off as data
quoting   a claim counts only if its quote is in the source; a model's score stays near our own
names     which numbers, names and skills of a sentence nobody ever wrote
honesty   all of that over a whole answer, field by field
"""

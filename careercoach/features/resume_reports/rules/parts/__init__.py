"""The ten parts of the rubric, one module each: `judge(material)` says what is lost, where and why."""

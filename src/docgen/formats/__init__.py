"""The only place that knows the file libraries; which format a file is, its first bytes say."""

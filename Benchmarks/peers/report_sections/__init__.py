"""The sections of `indicators report`, one file each; report.py beside this folder runs them all."""

"""The supervisor's window. Qt and pyqtgraph live here only; everything it knows came through app.client."""

"""`python -m app`: the command `dialfloor`."""

from app.cli.main import main

if __name__ == "__main__":
    main()

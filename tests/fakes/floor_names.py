"""Names for a fake floor."""

FIRST = (
    "Alicia", "Ben", "Chen", "Dana", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Kira", "Liam", "Mara",
    "Nadia", "Omar", "Priya", "Quentin", "Rosa", "Sven", "Tara", "Umar", "Vera", "Wanda", "Xavier", "Yara", "Zoe",
    "Amara", "Boris", "Celia", "Dmitri",
)  # fmt: skip
LAST = (
    "Romero", "Carter", "Wei", "Okafor", "Kaya", "Haddad", "Lin", "Martin", "Silva", "Berg", "Novak", "Byrne",
    "Costa", "Petrova", "Said", "Nair", "Roux", "Diaz", "Holm", "Mendes", "Abbas", "Lindqvist", "Moreau", "Fischer",
    "Tanaka", "Oyelaran", "Kovac", "Bianchi",
)  # fmt: skip

"""A text whose claims are recorded."""

from sqlalchemy.orm import Mapped, mapped_column

from evidence.model.base import Base


class Document(Base):
    """A text whose claims are recorded; the text itself stays with its owner."""

    __tablename__ = "document"

    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    address: Mapped[str | None] = mapped_column(default=None)
    sha256: Mapped[str | None] = mapped_column(default=None)
    """Of the bytes of the text."""

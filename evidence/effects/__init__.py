"""What papers print, made one effect on the scale on which it is pooled."""

"""The R script that computes with metafor what was computed here, and prints the same figures."""

from typing import Final

from evidence.errors import UsageError
from evidence.pooling.pooled import PooledEffect
from evidence.text import storable

_QUOTED_FROM: Final = " "
_QUOTED_TO: Final = "~"

_HEAD: Final = """\
# Computes the pooled effect with metafor, independently of the program that wrote this script,
# and prints as CSV, a line each, what that program's JSON has under "figures". Run it with: Rscript THIS_FILE
# Needs R and metafor 3.0 or newer: install.packages("metafor")

suppressPackageStartupMessages(library(metafor))

# One study a line: its label (slab), the effect (yi) on the scale of pooling (log of a ratio, logit of a
# proportion, Fisher's z of a correlation, or itself), its sampling variance (vi), how many were analysed (n).
dat <- read.csv({path}, fileEncoding = "UTF-8", na.strings = "", comment.char = "", colClasses = c(
  slab = "character", yi = "numeric", vi = "numeric", n = "numeric", measure = "character"))
level <- {level}  # of every interval, in percent
k <- nrow(dat)

out <- NULL
add <- function(quantity, model = "", interval = "", study = "",
                value = NA, low = NA, high = NA, df = NA, p = NA) {{
  out <<- rbind(out, data.frame(quantity, model, interval, study, value, low, high, df, p))
}}
"""
_ONE: Final = """
# One study: nothing is pooled; this is the study itself.
one <- rma(yi, vi, data = dat, method = "EE", level = level)
add("estimate", "common effect", "Wald", value = one$beta[1], low = one$ci.lb, high = one$ci.ub, p = one$pval)
add("standard error", "common effect", "Wald", value = one$se)
"""
_SEVERAL: Final = """
# metafor stops its searches at absolute differences that are too coarse for effects measured in small units.
# All are made tight here, in units of the data. Should "Fisher scoring" not converge, make stepadj smaller.
unit <- mean(dat$vi) + var(dat$yi)
tight <- list(threshold = 1e-12 * unit, maxiter = 100000, stepadj = 0.5)

# A fit's lines: the pooled effect with its interval, its standard error, and where the effect of a new study
# of the same kind would lie. For that metafor by itself takes the normal distribution, or Student's t on k - 1;
# pi.type = "riley", in small letters, takes Student's t on k - 2 (Higgins, Thompson and Spiegelhalter 2009).
add_fit <- function(fit, model, interval) {
  df <- if (interval == "Wald") NA else k - 1
  add("estimate", model, interval, value = fit$beta[1], low = fit$ci.lb, high = fit$ci.ub, df = df, p = fit$pval)
  add("standard error", model, interval, value = fit$se)
  if (interval == "Hartung-Knapp") {
    # What the variance of the pooled effect is multiplied by, before it is held at 1 or more.
    w <- 1 / (dat$vi + fit$tau2)
    add("factor", model, interval, value = sum(w * (dat$yi - fit$beta[1])^2) / (k - 1))
  }
  if (model != "common effect" && k >= 3) {
    new <- predict(fit, pi.type = "riley")
    add("prediction", model, interval, low = new$pi.lb, high = new$pi.ub, df = k - 2)
  }
}

# All studies share one effect; metafor's name before version 3.0 was method = "FE".
common <- rma(yi, vi, data = dat, method = "EE", level = level)
add_fit(common, "common effect", "Wald")

# True effects differ between studies. test = "z" is the interval by Wald. test = "adhoc" is that of Knapp and
# Hartung with the factor held at 1 or more, so that it is never narrower; test = "knha" would leave the factor
# as it is, which makes the interval narrower where the line "factor" is below 1.
for (method in c("DL", "REML")) {
  model <- if (method == "DL") "DerSimonian-Laird" else "REML"
  wald <- rma(yi, vi, data = dat, method = method, test = "z", level = level, control = tight)
  knapp <- rma(yi, vi, data = dat, method = method, test = "adhoc", level = level, control = tight)
  add_fit(wald, model, "Wald")
  add_fit(knapp, model, "Hartung-Knapp")
  add("tau2", model, value = wald$tau2)  # the variance between studies
  add("I2", model, value = wald$I2)  # in percent, from tau2
}

# Whether the studies differ more than chance would have it.
add("Q", value = common$QE, df = k - 1, p = common$QEp)

# The variance between studies by REML, and I2 and H2 from it, with limits by Q-profile.
profile <- confint(wald, control = list(tol = 1e-12 * unit, maxiter = 100000, tau2.max = 1e6 * unit))$random
for (quantity in c("tau2", "I2", "H2")) {
  limits <- profile[c(tau2 = "tau^2", I2 = "I^2(%)", H2 = "H^2")[quantity], ]
  add(quantity, "REML", "Q-profile", value = limits[["estimate"]], low = limits[["ci.lb"]], high = limits[["ci.ub"]])
}
"""
_SMALL_STUDIES: Final = """
# Egger's test for small-study effects: the slope of the effects on their standard errors.
# The same as regtest(common, model = "lm").
egger <- lm(yi ~ sqrt(vi), weights = 1 / vi, data = dat)
slope <- coef(summary(egger))[2, ]
add("Egger slope", value = slope[[1]], df = k - 2, p = slope[[4]])
"""
_LEFT_OUT: Final = """
# Each study left out in turn: REML with the never narrower Hartung-Knapp interval, as above.
left <- leave1out(knapp)
add("estimate without", "REML", "Hartung-Knapp", study = dat$slab, value = left$estimate,
    low = left$ci.lb, high = left$ci.ub, df = k - 2, p = left$pval)
"""
_TAIL: Final = """
write.csv(out, stdout(), row.names = FALSE, na = "")
"""


def r_script(pooled: PooledEffect, *, rows_path: str) -> str:
    """Give the script for a result, whose effects lie as CSV in ``rows_path``, as R finds it.

    It holds no label and no figure of the effects. ``UsageError`` where there is no effect.
    """
    if not pooled.studies:
        raise UsageError("there is no effect to pool, so there is nothing for R to compute")
    parts = [_HEAD.format(path=_quoted(rows_path), level=f"{100 * pooled.level:.12g}")]
    parts.append(_ONE if pooled.reml is None else _SEVERAL)
    if pooled.small_study_effects is not None:
        parts.append(_SMALL_STUDIES)
    if pooled.leave_one_out:
        parts.append(_LEFT_OUT)
    return "".join([*parts, _TAIL])


def _quoted(text: str) -> str:
    """Give a text as a string of R, whatever it holds."""
    return '"' + "".join(_character(character) for character in storable(text)) + '"'


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if _QUOTED_FROM <= character <= _QUOTED_TO:
        return character
    return f"\\U{ord(character):08x}"

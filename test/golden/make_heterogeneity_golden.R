# Golden values of Cochran's Q, Welch's test and Rao and Scott's second-order correction.
#   Rscript test/golden/make_heterogeneity_golden.R > test/golden/heterogeneity.json
suppressMessages({ library(metafor); library(jsonlite) })
set.seed(31)

# Independent groups: Welch's test by R's own oneway.test, Q by metafor.
sizes <- c(12, 30, 18, 55, 11)
group <- rep(seq_along(sizes), sizes)
y <- c(0, .2, -.1, .1, .5)[group] + rnorm(length(group), 0, c(1, .5, 1.4, .8, 2)[group])
welch <- oneway.test(y ~ factor(group))
means <- as.numeric(tapply(y, group, mean))
variances <- as.numeric(tapply(y, group, var)) / sizes
fixed <- rma(means, variances, method = "FE")

# Groups that share clusters: eigenvalues of M·Sigma.
a <- matrix(rnorm(36), 6); covariance <- crossprod(a) / 40 + diag(.02, 6)
values <- rnorm(6, 0, .3); degrees <- c(14, 22, 9, 41, 30, 17)
w <- 1 / diag(covariance); m <- diag(w) - outer(w, w) / sum(w)
lambda <- Re(eigen(m %*% covariance, only.values = TRUE)$values)
q <- as.numeric(t(values) %*% m %*% values); k <- 6
spread <- sum((1 - w / sum(w))^2 / degrees)
first <- sum(lambda)^2 / sum(lambda^2); second <- (k^2 - 1) / (3 * spread)
statistic <- q / sum(lambda) / (1 + 2 * (k - 2) * spread / (k^2 - 1))

# Slope over the six in order, and the second less the first, with Satterthwaite's degrees of freedom.
contrast <- function(c) {
  value <- sum(c * values); se <- sqrt(as.numeric(t(c) %*% covariance %*% c))
  parts <- c^2 * diag(covariance); df <- sum(parts)^2 / sum(parts^2 / degrees)
  list(value = value, se = se, lower = value - qt(.975, df) * se, upper = value + qt(.975, df) * se,
       p = 2 * pt(-abs(value) / se, df))
}
t0 <- 0:5 - 2.5
slope <- contrast(t0 / sum(t0^2)); step <- contrast(c(-1, 1, 0, 0, 0, 0))

cat(toJSON(list(
  versions = list(r = R.version.string, metafor = as.character(packageVersion("metafor"))),
  independent = list(means = means, variances = variances, degrees = sizes - 1,
    statistic = unname(welch$statistic), first = unname(welch$parameter[1]), second = unname(welch$parameter[2]),
    p = welch$p.value, q = fixed$QE, qp = fixed$QEp),
  shared = list(values = values, covariance = covariance, degrees = degrees, q = q, statistic = statistic,
    first = first, second = second, p = pf(statistic, first, second, lower.tail = FALSE), slope = slope, step = step)
), auto_unbox = TRUE, digits = I(15), pretty = TRUE))
cat("\n")

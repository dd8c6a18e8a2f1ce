# Golden values of post-stratified and raked means from R's survey package.
#   Rscript test/golden/make_mix_golden.R > test/golden/mix.json
suppressMessages({ library(survey); library(jsonlite) })
set.seed(20)

# Authors of uneven activity; y of −1, 0, 1; weights; source and region; `nested` authors write in one source only.
draw <- function(nested) {
  n_authors <- 40
  per <- 1 + rpois(n_authors, 2)
  author <- rep(seq_len(n_authors), per)
  home <- sample(0:2, n_authors, replace = TRUE, prob = c(.5, .3, .2))
  source <- if (nested) home[author] else ifelse(runif(length(author)) < .7, home[author], sample(0:2, length(author), TRUE))
  region <- sample(0:1, length(author), replace = TRUE, prob = c(.6, .4))
  own <- rnorm(n_authors, 0, .4)
  score <- own[author] + c(-.3, 0, .4)[source + 1] + .2 * region + rnorm(length(author))
  data.frame(y = as.integer(cut(score, c(-Inf, -.5, .5, Inf))) - 2L, author, source, region,
             weight = round(runif(length(author), .5, 2), 2), f = 0)
}

source_shares <- c(.2, .3, .5)
region_shares <- c(.35, .65)
of <- function(design) { m <- svymean(~y, design); list(value = as.numeric(m), se = as.numeric(SE(m))) }

results <- function(data) {
  data$fs <- factor(data$source); data$fr <- factor(data$region)
  plain <- svydesign(id = ~author, weights = ~weight, data = data)
  total <- sum(data$weight)
  by_source <- data.frame(fs = levels(data$fs), Freq = total * source_shares)
  by_region <- data.frame(fr = levels(data$fr), Freq = total * region_shares)
  post <- postStratify(plain, ~fs, by_source)
  raked <- rake(plain, list(~fs, ~fr), list(by_source, by_region), control = list(maxit = 200, epsilon = 1e-10))
  list(observed = of(plain), poststratified = of(post), raked = of(raked),
       rakedShares = as.numeric(tapply(weights(raked), list(data$source, data$region), sum) / total))
}

nested <- draw(TRUE); crossed <- draw(FALSE)
within <- svydesign(id = ~author, strata = ~factor(source), weights = ~weight, data = nested)
nested$fs <- factor(nested$source)
within <- svydesign(id = ~author, strata = ~fs, weights = ~weight, data = nested)
by_source <- data.frame(fs = levels(nested$fs), Freq = sum(nested$weight) * source_shares)
stratified <- of(postStratify(within, ~fs, by_source))
nested$fs <- NULL

cat(toJSON(list(
  made = list(R = R.version.string, survey = as.character(packageVersion("survey"))),
  shares = list(source = source_shares, region = region_shares),
  samples = list(
    nested = list(data = as.list(nested[c("y", "author", "source", "region", "weight")]),
                  results = c(results(nested), list(stratified = stratified))),
    crossed = list(data = as.list(crossed[c("y", "author", "source", "region", "weight")]), results = results(crossed)))),
  auto_unbox = TRUE, digits = 15), "\n")

package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Set;

/** The words of the trade that names of columns are made of, in lower case. */
final class ColumnWords {
  /** Names of time columns, the likeliest first. */
  static final List<String> TIMES =
      List.of(
          "time",
          "date",
          "week",
          "week_start",
          "week_starting",
          "week_start_date",
          "week_date",
          "date_week",
          "week_dt",
          "wk_strt_dt",
          "weekid",
          "week_id",
          "wk",
          "ds",
          "period",
          "calendar_week",
          "month",
          "day",
          "datum",
          "woche",
          "monat",
          "t");

  static final List<String> GEOS =
      List.of(
          "geo",
          "dma",
          "dmacode",
          "region",
          "market",
          "area",
          "state",
          "city",
          "store",
          "territory",
          "county",
          "province",
          "zip",
          "postcode",
          "country",
          "geography",
          "location",
          "land",
          "bundesland",
          "gebiet",
          "filiale");

  /** Words that may follow the name of a region. */
  static final Set<String> GEO_ENDS = Set.of("id", "code", "name", "key", "nr", "no");

  static final Set<String> OUTCOMES =
      Set.of(
          "outcome",
          "revenue",
          "revenues",
          "sales",
          "conversions",
          "conversion",
          "kpi",
          "y",
          "target",
          "orders",
          "visits",
          "signups",
          "installs",
          "subscriptions",
          "quantity",
          "units",
          "turnover",
          "transactions",
          "purchases",
          "leads",
          "gmv",
          "bookings",
          "registrations",
          "downloads",
          "acquisitions",
          "customers",
          "volume",
          "dependent",
          "depvar",
          "response",
          "umsatz",
          "absatz",
          "verkauf",
          "ventes",
          "ventas",
          "ingresos");

  /** Words that may stand before the outcome in its name. */
  static final Set<String> OUTCOME_STARTS =
      Set.of(
          "total",
          "weekly",
          "net",
          "gross",
          "product",
          "new",
          "unit",
          "target",
          "daily",
          "monthly",
          "number",
          "all",
          "our",
          "own",
          "brand",
          "sum",
          "vol",
          "dependent",
          "nb",
          "num");

  /** Words that may follow the outcome in its name. */
  static final Set<String> OUTCOME_ENDS =
      Set.of(
          "sold", "value", "amount", "total", "usd", "eur", "gbp", "chf", "units", "volume",
          "count", "net", "gross", "kpi");

  /** Outcomes in money, as against those that are counted. */
  static final Set<String> MONEY =
      Set.of("revenue", "revenues", "turnover", "gmv", "umsatz", "ingresos");

  static final Set<String> POPULATIONS = Set.of("population", "pop", "inhabitants", "einwohner");

  /** Names of columns that hold the sum of all channels. */
  static final Set<String> ALL_CHANNELS =
      Set.of(
          "total",
          "all",
          "overall",
          "sum",
          "media",
          "total_media",
          "marketing",
          "total_marketing",
          "advertising",
          "total_advertising",
          "ad",
          "ads",
          "total_ad",
          "total_ads",
          "grand_total");

  static final Set<String> SPENDS =
      Set.of(
          "spend",
          "spends",
          "spending",
          "spendings",
          "cost",
          "costs",
          "investment",
          "investments",
          "expenditure",
          "expenditures",
          "expense",
          "expenses",
          "budget",
          "adspend",
          "mdsp",
          "ausgaben",
          "kosten",
          "invest",
          "inversion",
          "gasto");

  /** Words that make a cost something else than the price of media. */
  static final Set<String> OTHER_COSTS =
      Set.of(
          "goods",
          "shipping",
          "production",
          "product",
          "unit",
          "fuel",
          "living",
          "labor",
          "labour",
          "logistics",
          "sold",
          "delivery",
          "consumer",
          "household",
          "personal");

  /** Measures of exposure, the likeliest first. */
  static final List<String> EXPOSURES =
      List.of(
          "impressions",
          "impression",
          "imps",
          "impr",
          "mdip",
          "exposures",
          "exposure",
          "grps",
          "grp",
          "trps",
          "trp",
          "views",
          "contacts",
          "clicks",
          "click",
          "sends",
          "sent",
          "insertions",
          "ots",
          "circulation",
          "opens");

  /** Words that make a view or a click one of the company's own pages. */
  static final Set<String> OWN_PAGES =
      Set.of("page", "pages", "site", "web", "website", "app", "store", "product", "session");

  static final Set<String> RESULTS =
      Set.of(
          "adstock",
          "adstocked",
          "saturated",
          "saturation",
          "effect",
          "effects",
          "contribution",
          "contributions",
          "contrib",
          "predicted",
          "prediction",
          "pred",
          "yhat",
          "fitted",
          "residual",
          "residuals",
          "baseline",
          "epsilon",
          "eps",
          "noise",
          "error",
          "truth",
          "roi",
          "roas",
          "mroi",
          "mroas",
          "decomp",
          "transformed",
          "lagged",
          "carryover",
          "ctr",
          "cpc",
          "cpm",
          "cpa",
          "cpp",
          "cpl",
          "cvr",
          "intercept",
          "latent",
          "counterfactual",
          "scaled",
          "normalized",
          "normalised",
          "coef",
          "beta",
          "elasticity");

  static final Set<String> CONTROLS =
      Set.of(
          "control",
          "controls",
          "promo",
          "promos",
          "promotion",
          "promotions",
          "price",
          "prices",
          "discount",
          "discounts",
          "markdown",
          "mrkdn",
          "holiday",
          "holidays",
          "hldy",
          "event",
          "events",
          "weather",
          "temperature",
          "temp",
          "rain",
          "rainfall",
          "precipitation",
          "snow",
          "sunshine",
          "sun",
          "competitor",
          "competitors",
          "competition",
          "comp",
          "sentiment",
          "index",
          "gdp",
          "cpi",
          "inflation",
          "unemployment",
          "distribution",
          "availability",
          "covid",
          "lockdown",
          "distancing",
          "stringency",
          "pandemic",
          "flu",
          "stores",
          "macro",
          "consumer",
          "confidence",
          "interest",
          "gas",
          "fuel",
          "school",
          "vacation",
          "easter",
          "christmas",
          "xmas",
          "thanksgiving",
          "friday",
          "trends",
          "awareness",
          "demand",
          "category",
          "stock",
          "inventory",
          "launch",
          "strike",
          "payday",
          "superbowl",
          "feiertag",
          "preis",
          "rabatt",
          "wetter",
          "ferien",
          "dummy",
          "flag",
          "valentine",
          "gqv",
          "query",
          "queries",
          "rate",
          "rates");

  /** First words by which some tables mark controls: macro-economy, stores, value days. */
  static final Set<String> CONTROL_STARTS = Set.of("me", "st", "va", "ctrl", "ctl", "macro");

  /**
   * Words of controls that stand in names of media too: with a word of media they decide nothing.
   */
  static final Set<String> SOFT_CONTROLS =
      Set.of(
          "promo",
          "promos",
          "promotion",
          "promotions",
          "discount",
          "discounts",
          "launch",
          "category",
          "demand",
          "interest",
          "comp",
          "gas",
          "school",
          "stock",
          "flag",
          "dummy",
          "friday",
          "sun",
          "temp",
          "event",
          "events",
          "consumer");

  /** Words of the calendar, which the model knows without a column. */
  static final Set<String> CALENDAR =
      Set.of(
          "dayofyear",
          "doy",
          "trend",
          "year",
          "years",
          "yr",
          "month",
          "quarter",
          "qtr",
          "weekofyear",
          "weekday",
          "dayofweek",
          "dow",
          "day",
          "week",
          "prd",
          "seas",
          "season",
          "seasonal",
          "seasonality",
          "fourier",
          "sin",
          "cos",
          "t",
          "monat",
          "jahr",
          "quartal",
          "weeknum",
          "wk");

  private ColumnWords() {}
}

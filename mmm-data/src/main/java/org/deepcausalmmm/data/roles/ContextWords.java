package org.deepcausalmmm.data.roles;

import java.util.Set;

/** The words of controls, the calendar and results in names of columns, in lower case. */
final class ContextWords {
  static final Set<String> RESULTS =
      Words.set(
          """
          adstock adstocked saturated saturation effect effects contribution
          contributions contrib predicted prediction pred yhat fitted residual
          residuals baseline epsilon eps noise error truth roi roas mroi mroas
          decomp transformed lagged carryover ctr cpc cpm cpa cpp cpl cvr intercept
          latent counterfactual scaled normalized normalised coef beta elasticity
          forecast forecasted expected viewability completion
          """);

  /** Words of running totals and of earlier years: amounts of other weeks than the row's. */
  static final Set<String> OTHER_WEEKS =
      Words.set(
          """
          cumulative cum cumul cumulated running ytd mtd qtd todate kumuliert kum kumulativ
          cumule cumulee cumules acumulado acumulada acumulados cumulato cumulata cumulativo
          cumulatief ly py lastyear prevyear prev previous prior yago ya vorjahr vj vorwoche
          precedent precedente anterior
          """);

  /** Words that name a transform where they begin or end a name; numbers may follow. */
  static final Set<String> TRANSFORM_ENDS =
      Words.set(
          """
          lag lags lagged ma mavg sma ema ewm rolling moving smooth smoothed diff delta yoy log
          ln sqrt
          """);

  /** What a company sets besides media: a treatment, unless it belongs to somebody else. */
  static final Set<String> SET_BY_COMPANY =
      Words.set(
          """
          price prices discount discounts markdown mrkdn promo promos promotion promotions
          rabatt rabatte preis preise ladenpreis aktion aktionen prix remise remises soldes
          precio precios descuento descuentos promocion promociones prezzo prezzi sconto
          sconti preco precos desconto descontos prijs prijzen korting kortingen coupon
          """);

  /** Words by which a price or a rate is not the company's own. */
  static final Set<String> NOT_OWN =
      Words.set(
          """
          consumer cpi ppi index fuel gas gasoline petrol oil diesel energy house housing stock
          share market competitor competitors industry category interest inflation food
          preisindex commodity steel sugar coffee milk
          """);

  static final Set<String> CONTROLS =
      Words.set(
          """
          control controls promo promos promotion promotions price prices discount
          discounts markdown mrkdn holiday holidays hldy event events weather
          temperature temp rain rainfall precipitation snow sunshine sun competitor
          competitors competition comp sentiment index gdp cpi inflation
          unemployment distribution availability covid lockdown distancing
          stringency pandemic flu stores macro consumer confidence interest gas fuel
          school vacation easter christmas xmas thanksgiving friday trends awareness
          demand category stock inventory launch strike payday superbowl feiertag
          preis rabatt remise descuento desconto korting wetter ferien dummy flag valentine gqv query queries rate
          rates aktion aktionen ladenpreis preisindex feiertage temperatur
          niederschlag regen wettbewerb wettbewerber konkurrenz schulferien prix
          meteo ferie feries vacances soldes pluie precio precios temperatura
          festivo festivos promocion promociones lluvia clima vacaciones competencia
          prezzo prezzi sconto sconti festivita concorrenza pioggia preco precos
          feriado feriados promocao chuva prijs prijzen temperatuur feestdag
          feestdagen actie acties concurrent regenval acv stockout
          """);

  /** First words by which some tables mark controls: macro-economy, stores, value days. */
  static final Set<String> CONTROL_STARTS =
      Words.set(
          """
          me st va ctrl ctl macro
          """);

  /**
   * Words of controls that stand in names of media too: with a word of media they decide nothing.
   */
  static final Set<String> SOFT_CONTROLS =
      Words.set(
          """
          promo promos promotion promotions discount discounts launch category
          demand interest comp gas school stock flag dummy friday sun temp event
          events consumer
          """);

  /** Words of the calendar, which the model knows without a column. */
  static final Set<String> CALENDAR =
      Words.set(
          """
          dayofyear doy trend year years yr month quarter qtr weekofyear weekday
          dayofweek dow day week prd seas season seasonal seasonality fourier sin
          cos t monat jahr quartal weeknum wk
          """);

  /** Words of those who compete: what they spend is no channel. */
  static final Set<String> RIVALS =
      Words.set(
          """
          competitor competitors competitive competition konkurrenz wettbewerb
          wettbewerber concurrence concurrent concurrents concorrenza competencia
          rival rivals
          """);

  /** Words, and words before a number, that name a transform of another column. */
  static final Set<String> TRANSFORMS =
      Words.set(
          """
          lag lags lagged log ln log1p sqrt diff delta ma mavg sma ema ewm rolling roll
          cum cumulative cumsum share pct percent percentage yoy ly py norm normed z
          zscore std standardized scaled sq squared decay decayed smooth smoothed prev
          previous last adstock adstocked ytd mtd qtd running cumul prior year stocked transformed saturated
          """);

  private ContextWords() {}
}

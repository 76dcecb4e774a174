package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Set;

/** The words of times, regions, outcomes and populations in names of columns, in lower case. */
final class ColumnWords {
  /** Names of time columns, the likeliest first. */
  static final List<String> TIMES =
      Words.list(
          """
          time date week week_start week_starting week_start_date week_date
          date_week week_dt wk_strt_dt weekid week_id wk ds period calendar_week
          month day datum woche monat t semana settimana semaine mois mes fecha
          """);

  static final List<String> GEOS =
      Words.list(
          """
          geo dma dmacode region market area state city store territory county
          province zip postcode country geography location land bundesland gebiet
          filiale regione regiao provincia ville ciudad stadt bezirk comunidad
          departement
          """);

  /** Words that may follow the name of a region. */
  static final Set<String> GEO_ENDS =
      Words.set(
          """
          id code name key nr no
          """);

  static final Set<String> OUTCOMES =
      Words.set(
          """
          outcome revenue revenues sales conversions conversion kpi y target orders
          visits signups installs subscriptions quantity units turnover transactions
          purchases leads gmv bookings registrations downloads acquisitions
          customers volume dependent depvar response umsatz absatz verkauf ventes
          ventas ingresos verkaufe erlose erlos bestellungen vente commandes affaires ca
          pedidos facturacion fatturato vendite ricavi vendas receita faturamento
          omzet verkopen afzet subscribers accounts donations umsatze umsaetze absatze
          verkaeufe verkaufszahlen abschlusse commande contrats clientes ordini klanten
          """);

  /** Words that may stand before the outcome in its name. */
  static final Set<String> OUTCOME_STARTS =
      Words.set(
          """
          total weekly net gross product new unit target daily monthly number all
          our own brand sum vol dependent nb num actual paid first dollar chiffre d online
          offline digital mobile shop webshop eshop shopify order overall store instore retail ecommerce web website
          """);

  /** Words that may follow the outcome in its name. */
  static final Set<String> OUTCOME_ENDS =
      Words.set(
          """
          sold value amount total usd eur gbp chf units volume count net gross kpi
          in of stuck actual brutto netto totales totali
          """);

  /** Outcomes in money, as against those that are counted. */
  static final Set<String> MONEY =
      Words.set(
          """
          revenue revenues turnover gmv umsatz ingresos fatturato omzet receita
          facturacion
          """);

  static final Set<String> POPULATIONS =
      Words.set(
          """
          population pop inhabitants einwohner
          """);

  /** Words of results that platforms and web pages count: with a medium they name no spend. */
  static final Set<String> COUNTED =
      Words.set(
          """
          revenue revenues sales conversion conversions orders installs signups
          purchases leads transactions bookings registrations downloads
          subscriptions visits sessions users gmv turnover umsatz absatz followers
          likes engagement engagements subscribers customers traffic ventes ventas
          share rank ranking rating ratings score position visitors
          """);

  private ColumnWords() {}
}

package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Set;

/** The words of spend and exposure in names of columns, in lower case. */
final class MeasureWords {
  static final Set<String> SPENDS =
      Words.set(
          """
          spend spends spending spendings cost costs investment investments
          expenditure expenditures expense expenses budget adspend mdsp ausgaben
          kosten invest inversion gasto spent outlay depense depenses investissement
          investissements cout couts coste costes gastos inversiones spesa spese
          costo costi investimento investimenti gasti uitgaven bestedingen custo
          custos gastosmedia werbeausgaben werbekosten werbeaufwand mediaspend
          mediakosten mediaausgaben adspends
          """);

  /** Words that make a cost something else than the price of media. */
  static final Set<String> OTHER_COSTS =
      Words.set(
          """
          goods shipping production product unit fuel living labor labour logistics
          sold delivery consumer household personal
          """);

  /** Measures of exposure, the likeliest first. */
  static final List<String> EXPOSURES =
      Words.list(
          """
          impressions impression imps imp impr mdip exposures exposure grps grp trps trp
          views contacts sends sent mailings clicks click insertions ots circulation opens
          impresiones impressionen impressioni impressoes imprese clics clicchi
          cliques klicks vistas vues visualizaciones visualizzazioni kontakte
          contatti contactos einblendungen posts mentions pieces drops
          spots
          """);

  /** Words that make a view or a click one of the company's own pages. */
  static final Set<String> OWN_PAGES =
      Words.set(
          """
          page pages site web website app store product session
          """);

  /** Names of columns that hold the sum of all channels. */
  static final Set<String> ALL_CHANNELS =
      Words.set(
          """
          total all overall sum media total_media marketing total_marketing
          advertising total_advertising ad ads total_ad total_ads grand_total amount
          """);

  private MeasureWords() {}
}

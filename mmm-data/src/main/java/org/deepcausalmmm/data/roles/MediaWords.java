package org.deepcausalmmm.data.roles;

import java.util.Set;

/** The words that name media in the names of columns, in lower case. */
final class MediaWords {
  static final Set<String> MEDIA =
      Words.set(
          """
          tv television linear radio print newspaper newspapers magazine magazines
          press ooh dooh outdoor billboard billboards display search sem ppc sea
          social facebook fb meta instagram ig tiktok youtube yt google bing adwords
          snapchat snap pinterest twitter linkedin reddit programmatic video vod ctv
          ott podcast podcasts audio streaming cinema dm mail mailing affiliate
          affiliates influencer influencers banner banners native retargeting
          remarketing criteo amazon sponsorship sponsorships congress trade media
          ads advertising ad leaflet leaflets flyer flyers catalog catalogue coupon
          coupons digital online offline mobile brand performance shopping pmax
          discovery channel campaign instore inserts plakat zeitung kino fernsehen
          taboola outbrain spotify apple paid marketing suchmaschine horfunk
          aussenwerbung fernsehwerbung onlinewerbung affichage presse exterior
          prensa stampa affissioni rundfunk werbung publicite publicidad pubblicita
          cine revistas revues imprensa buitenreclame tijdschriften kranten redes
          sociales gads
          """);

  /** Words of media that stand in other names too: they yield to words of controls. */
  static final Set<String> SOFT_MEDIA =
      Words.set(
          """
          brand performance online offline mobile digital channel apple trade amazon
          google campaign marketing media native linear meta
          """);

  /** Media that a company owns, whose use costs nothing. */
  static final Set<String> OWNED =
      Words.set(
          """
          newsletter newsletters email emails seo blog crm push sms
          """);

  private MediaWords() {}
}

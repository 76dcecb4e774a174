package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.jspecify.annotations.Nullable;

/** What the data report says of detected roles. */
final class RoleFindings {
  private RoleFindings() {}

  static List<Finding> of(DataConfig roles, List<String> unused, OtherRoles other, LeftOut left) {
    List<String> undecided =
        other.undecided().stream()
            .map(TableColumn::name)
            .filter(c -> !left.explained().contains(c))
            .toList();
    List<Finding> findings = new ArrayList<>();
    findings.add(detected(roles));
    if (!other.flags().isEmpty()) {
      findings.add(
          DataCode.COLUMN_UNUSED.note(
              "These columns hold 0 and 1 only: %s.".formatted(NameList.quoted(other.flags())),
              "They were taken as controls."));
    }
    List<String> set = roles.controls().stream().filter(TreatmentCandidates::named).toList();
    if (!set.isEmpty()) {
      findings.add(
          DataCode.ROLE_PROPOSED.note(
              "These controls may be set by the company, as prices and discounts are: %s."
                  .formatted(NameList.quoted(set)),
              "List them at data.treatments to have their contribution measured; as controls they"
                  + " only adjust the baseline."));
    }
    if (!undecided.isEmpty()) {
      findings.add(
          DataCode.COLUMN_UNUSED.warning(
              "These columns may be channels or controls: %s."
                  .formatted(NameList.quoted(undecided)),
              "They were left out; name them in a configuration if they count."));
    }
    if (!other.unknown().isEmpty()) {
      findings.add(
          DataCode.COLUMN_UNUSED.warning(
              "Neither the names nor the cells of these columns tell their role: %s."
                  .formatted(NameList.quoted(other.unknown())),
              "They were left out; name them in a configuration if they count."));
    }
    findings.addAll(left.findings(unused, other.derived()));
    return findings;
  }

  private static Finding detected(DataConfig roles) {
    List<String> channels = roles.channels().stream().map(ChannelColumns::name).toList();
    return DataCode.ROLES_DETECTED.note(
        "The roles were detected: time '%s', %s%s, outcome '%s'%s%s, %s, %s, %s%s."
            .formatted(
                QuotedText.of(roles.time()),
                roles.geo() == null ? "national" : "region '" + QuotedText.of(roles.geo()) + "'",
                named(", population '%s'", roles.population()),
                QuotedText.of(roles.outcome()),
                named(", money value of a unit of it '%s'", roles.revenuePerKpi()),
                named(", money value of it '%s'", roles.facts().revenue()),
                counted(channels, "channel"),
                counted(
                    roles.organic().stream().map(ChannelColumns::name).toList(), "organic channel"),
                counted(roles.controls(), "control"),
                roles.others().treatments().isEmpty()
                    ? ""
                    : ", " + counted(roles.others().treatments(), "treatment")),
        "Give a configuration if a role is wrong.");
  }

  private static String named(String pattern, @Nullable String column) {
    return column == null ? "" : pattern.formatted(QuotedText.of(column));
  }

  private static String counted(List<String> names, String noun) {
    String count = names.size() + " " + noun + (names.size() == 1 ? "" : "s");
    return names.isEmpty() ? count : count + " (" + NameList.list(names) + ")";
  }
}

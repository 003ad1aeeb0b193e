package fr.appui.planning.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Kinds of alert that version 0.1.0 cannot read: in a table that it does not know. */
@Entity
@Table(name = "planning_rule_alert")
class BrokenRuleRow extends AlertColumns {}

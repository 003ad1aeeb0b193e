package fr.appui.planning.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "planning_alert")
class UpcomingProblemRow extends AlertColumns {}

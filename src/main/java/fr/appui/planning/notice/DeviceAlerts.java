package fr.appui.planning.notice;

/** Alerts on their way to devices: of calls and sheets, which no notice of planning tells. */
public interface DeviceAlerts extends DeviceQueue {}

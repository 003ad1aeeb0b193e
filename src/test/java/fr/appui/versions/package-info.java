/**
 * One version beside the next: what a database of the release before becomes, which changes of it two versions can stand,
 * and where the version shows.
 */
package fr.appui.versions;

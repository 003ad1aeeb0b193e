/**
 * What several nodes of one service share out: a job that one of them runs, and data that one of them erases once it has served.
 */
@NullMarked
package fr.appui.nodes;

import org.jspecify.annotations.NullMarked;

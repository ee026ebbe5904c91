"""Common given names of many languages: evidence that a run of capitals is a person.

A name that is not listed is not thereby no person; a listed one only breaks ties (``retailer Harris Moore``).
Names that are as often places, months or common words (``Sydney``, ``Paris``, ``May``, ``Will``) are left out.
"""

from __future__ import annotations

from briefings.extract.wordlist import word_set

GIVEN_NAMES: frozenset[str] = word_set("""
Aaron Abdul Abdullah Abdel Abdelaziz Abdulrahman Abel Abigail Abraham Adam Adel Adele Adrian Adriana Agnes Ahmad
Ahmed Ahmet Aidan Aileen Aisha Akira Alan Alain Alastair Albert Alberto Aldo Alec Alejandro Aleksandr Alessandro
Alex Alexander Alexandra Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alison Alistair Allan Allen
Allison Alma Alvaro Amal Amanda Amber Amelia Amin Amina Amir Amit Amy Ana Anastasia Anders Andre Andrea Andreas
Andrei Andres Andrew Andrey Andy Angela Angelo Angus Anita Anjali Ann Anna Annabel Anne Annette Annie Anthony
Antoine Anton Antonia Antonio Antony Anwar Ariel Arif Arjun Arnold Arthur Arturo Arun Asha Ashraf Ashley Astrid
Audrey August Ayman Aziz Barack Barbara Barbra Barnaby Barry Bart Bashar Bashir Basil Beatrice Beatriz Becky
Belinda Ben Benedict Benjamin Bernard Bernardo Bernd Bernie Bert Beth Betty Beverley Bianca Bill Billy Bjorn Bob
Bobby Boris Brad Bradley Brandon Brenda Brendan Brent Brett Brian Bridget Bruce Bruno Bryan Bryce Burak Caleb
Callum Cameron Camilla Camille Candice Carl Carla Carlo Carlos Carmen Carol Caroline Carolyn Carrie Casey Catherine
Cathy Cecil Cecilia Cedric Celia Celine Cesar Chandra Chantal Charles Charlie Charlotte Chen Cheryl Chloe Chris
Christian Christina Christine Christopher Christos Chuck Cindy Claire Clara Clare Clarence Claude Claudia Claudio
Claus Clement Cliff Clifford Clive Colin Colleen Colm Connor Conor Conrad Constance Corinne Cory Craig Cristina
Curtis Cynthia Cyril Daisy Dale Damian Damien Dan Dana Daniel Daniela Danielle Danny Daoud Darren Darryl Daryl Dave
David Dawn Dean Deborah Debra Declan Deepak Deirdre Denis Denise Dennis Derek Derrick Desmond Diana Diane Diego
Dieter Dimitri Dimitris Dirk Dmitry Dominic Dominique Don Donald Donna Dora Doreen Doris Dorothy Doug Douglas
Duncan Dwight Dylan Earl Ed Eddie Eduardo Edgar Edith Edmund Eduard Edward Edwin Eileen Elaine Eleanor Elena Eli
Elias Elijah Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elliot Elliott Elsa Elvira Emil Emilia Emilio Emily
Emma Emmanuel Enrico Enrique Eric Erica Erich Erik Erika Ernest Ernesto Ernst Erwin Esther Ethan Eugene Eva Evan
Eve Evelyn Ewan Ezra Fabian Fabio Faisal Farah Farid Farouk Fatima Federico Felicity Felipe Felix Ferdinand
Fernando Fidel Fiona Florence Frances Francesca Francesco Francine Francis Francisco Franco Francois Frank Franz
Fred Freddie Frederic Frederick Fredrik Fritz Gabriel Gabriela Gabriella Gareth Garry Gary Gavin Geert Gemma Gene
Geoff Geoffrey George Georges Georgina Gerald Geraldine Gerard Gerhard Gerry Gianni Gilbert Giles Gillian Gina
Giorgio Giovanni Giulia Giuseppe Gladys Glen Glenda Glenn Gloria Gonzalo Gordon Grace Graeme Graham Grant Greg
Gregor Gregory Greta Guido Guillermo Gunter Gustav Gustavo Guy Habib Hadi Haider Hakim Hal Hamid Hana Hanna Hannah
Hans Harald Harold Harriet Harry Harvey Hasan Hassan Hayley Hazel Heather Hector Heidi Heinrich Heinz Helen Helena
Helene Helga Helmut Henri Henrik Henry Herbert Herman Hermann Hilary Hillary Hiroshi Holly Horst Howard Hubert Hugh
Hugo Hussain Hussein Ian Ibrahim Ida Ignacio Igor Ilya Imran Ines Ingrid Ioannis Irene Irina Iris Isaac Isabel
Isabella Ismail Ivan Ivana Ivo Jack Jackie Jacob Jacqueline Jacques Jaime Jake Jakob Jamal James Jamie Jan Jane
Janet Janice Janine Jasmine Jason Javier Jay Jean Jeanette Jeanne Jeff Jeffrey Jennifer Jenny Jens Jeremy Jerome
Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo Joachim Joan Joanna Joanne Joao Jochen Jody Joe Joel Joerg Johan Johann
Johanna Johannes John Johnny Jon Jonas Jonathan Jorge Jose Josef Joseph Josephine Josh Joshua Joyce Juan Juanita
Judith Judy Jules Julia Julian Juliana Julie Juliet Julio Julius Jun June Jurgen Justin Justine Jyoti Kai Kamal
Karel Karen Karim Karin Karl Kate Katherine Kathleen Kathryn Kathy Katie Katrina Katya Kay Keith Kelly Ken Kenji
Kenneth Kent Kerry Kevin Khaled Khalid Khalil Kieran Kim Kimberly Kirsten Kirsty Klaus Kofi Konstantin Kristen
Kristin Kristina Kumar Kurt Kwame Kyle Laila Lara Larry Lars Laszlo Laura Lauren Laurence Laurent Lawrence Lea Leah
Lee Leila Len Lena Leo Leon Leonard Leonardo Leonid Leslie Lester Levi Lewis Liam Lidia Lila Lillian Lily Linda
Lindsay Lionel Lisa Liz Lloyd Lois Lola Lorenzo Loretta Lorna Lorraine Lou Louis Louisa Louise Luca Lucas Lucia
Luciano Lucien Lucy Ludwig Luigi Luis Luiz Luke Lydia Lyle Lyn Lynda Lyndon Lynn Lynne Maarten Madeleine Madeline
Magda Magnus Mahmoud Majid Malcolm Malik Manfred Manoj Manuel Marc Marcel Marcella Marcelo Marcia Marco Marcos
Marcus Margaret Margarita Margot Maria Mariam Marian Mariana Marianne Marie Marina Mario Marion Marisa Mark Markus
Marlene Martha Martin Martina Marvin Mary Maryam Massimo Mathias Matilda Matt Matteo Matthew Matthias Maureen
Maurice Mauricio Max Maxim Maxine Maya Megan Mehdi Mehmet Meg Mel Melanie Melinda Melissa Melvin Mercedes Meredith
Mia Michael Michaela Michel Michele Michelle Miguel Mikael Mike Mikhail Milan Mildred Miles Milos Milton Minh
Miranda Miriam Mitch Mitchell Mohamed Mohammad Mohammed Mohan Mohsen Moira Molly Mona Monica Monika Morgan Morris
Moses Moshe Muhammad Muriel Murray Mustafa Mustapha Myra Nabil Nadia Nadine Nancy Naomi Narendra Nasser Natalia
Natalie Natasha Nathan Nathaniel Neal Ned Neha Neil Nelson Neville Ngozi Nguyen Nicholas Nick Nicola Nicolas Nicole
Niels Nigel Nikita Nikola Nikolai Nikos Nina Noah Noel Nora Noor Norma Norman Nuno Odette Olaf Oleg Olga Oliver
Olivia Olivier Omar Oscar Osama Otto Owen Pablo Pamela Paola Paolo Pascal Pat Patricia Patrick Patti Paul Paula
Paulina Pauline Paulo Pavel Pedro Peggy Penelope Penny Per Percy Pete Peter Petra Phil Philip Philippe Phillip
Phoebe Phyllis Pierre Piers Pieter Piotr Polly Prakash Pranab Priya Priyanka Rachael Rachel Rafael Rahul Raj Rajesh
Ralf Ralph Rami Ramon Ramzi Rana Randall Randy Rania Raoul Rashid Raul Ravi Ray Raymond Rebecca Recep Reginald
Reinhard Rene Renee Rex Rhys Ricardo Riccardo Richard Rick Ricky Rita Rob Robbie Robert Roberta Roberto Robin Rod
Roderick Rodney Rodrigo Roger Rohan Roland Rolf Roman Ron Ronald Ronan Ronnie Rory Rosa Rosalind Rosanna Rose
Rosemary Rosie Ross Rowan Roy Ruben Rudolf Rudolph Rudy Rupert Russell Ruth Ryan Saad Sabina Sabine Sabrina Saddam
Said Sally Salim Salma Salman Sam Samantha Sami Samir Samuel Sandra Sandro Sandy Sanjay Santiago Sara Sarah Saul
Scott Sean Sebastian Selim Serena Serge Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Shawn Sheila Shelley
Sherry Shinzo Shirley Shirin Shlomo Sidney Silvia Silvio Simon Simone Sofia Sonia Sophia Sophie Stacey Stan Stanley
Stefan Stefano Stella Stephane Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Suresh Susan Susanna Susanne
Suzanne Svetlana Sven Sylvia Takashi Tamara Tania Tanya Tara Tariq Tatiana Ted Terence Teresa Terri Terry Tessa
Thabo Thelma Theo Theodore Theresa Therese Thierry Thomas Tiffany Tim Timothy Tina Tobias Toby Todd Tom Tomas
Tommaso Tommy Tony Tracey Tracy Trevor Tristan Trudy Uwe Valentina Valerie Vanessa Vera Vernon Veronica Vicki
Vicky Victor Viktor Vijay Vikram Vincent Vincenzo Viola Violet Virginia Vivian Vladimir Volodymyr Wal Walid Walter
Wanda Warren Wayne Wei Wendy Werner Wesley Wilfred Wilhelm Willem William Winston Wolfgang Xavier Yasser Yasmin
Yasir Yitzhak Yolanda Yoshi Youssef Yuki Yuri Yusuf Yves Yvette Yvonne Zachary Zahra Zainab Zoe
""")
